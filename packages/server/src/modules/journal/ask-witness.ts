import type { AskWitness } from './collect.ts';

/** A witness answers at once or is asked again in a minute. */
const patience = 10_000;
/** A few signature lines, or a size. */
const longestAnswer = 64 * 1024;

/** Over HTTP as C2SP tlog-witness says; no other address is followed to. */
export const askWitness: AskWitness = async (url, body) => {
  const answer = await fetch(url, {
    method: 'POST',
    body,
    redirect: 'error',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    signal: AbortSignal.timeout(patience),
  });
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    const bytes = part as Uint8Array;
    length += bytes.length;
    if (length > longestAnswer) throw new Error('the witness answers at a length that no answer has');
    parts.push(bytes);
  }
  return { status: answer.status, body: Buffer.concat(parts).toString('utf8') };
};
