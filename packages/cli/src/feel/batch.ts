import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { formatValue, parseExactJson, Refusal, readContext, WrittenNumber } from '@sallyport/core/feel';
import { type Engine, type Question, type Refused, type Reply, refusedBy } from './engine.ts';

/** The id as JSON text, and the question or why the line holds none. */
type Line = { readonly id: string } & ({ readonly question: Question } | { readonly refused: Refused });

const atOnce = 500;

/** Answers a line of JSON for each line of JSON, in order, a few hundred at a time. A bad line is refused; the rest go on. */
export async function answerLines(input: Readable, output: Writable, engine: Engine): Promise<void> {
  let lines: Line[] = [];
  const answer = async (): Promise<void> => {
    const asked = lines.flatMap((line) => ('question' in line ? [line.question] : []));
    const replies = (await engine.answer(asked)).values();
    const text = lines.map((line) => written(line.id, 'question' in line ? replies.next().value : line)).join('');
    lines = [];
    if (!output.write(text)) await once(output, 'drain');
  };
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const plain = text.replace(/^\u{FEFF}/u, '');
    if (plain.trim() === '') continue;
    lines.push(readLine(plain));
    if (lines.length >= atOnce) await answer();
  }
  if (lines.length > 0) await answer();
}

const bad = (id: string, message: string): Line => ({ id, refused: { message, line: 1, column: 1 } });

function readLine(text: string): Line {
  let found: unknown;
  try {
    found = parseExactJson(text);
  } catch {
    return bad('null', 'the line is not JSON; write {"id": …, "expression": "…", "context": {…}}');
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found) || found instanceof WrittenNumber) {
    return bad('null', 'the line must be an object {"id": …, "expression": "…", "context": {…}}');
  }
  const fields = new Map(Object.entries(found));
  const id = idText(fields.get('id'));
  if (id === null) return bad('null', '“id” must be a text or a number');
  for (const name of fields.keys()) {
    if (name !== 'id' && name !== 'expression' && name !== 'context') {
      return bad(id, `“${name.slice(0, 60)}” is not known; a line has id, expression and context`);
    }
  }
  const expression = fields.get('expression');
  if (typeof expression !== 'string') return bad(id, '“expression” must be a text');
  try {
    return { id, question: { text: expression, context: readContext(fields.get('context')) } };
  } catch (error) {
    if (error instanceof Refusal) return { id, refused: refusedBy(expression, error) };
    throw error;
  }
}

function idText(id: unknown): string | null {
  if (typeof id === 'string') return JSON.stringify(id);
  return id instanceof WrittenNumber ? id.source : null;
}

/** Put together as text: a decimal has more digits than JSON.stringify would keep. */
export function written(id: string | null, reply: Reply | { readonly refused: Refused } | undefined): string {
  const head = id === null ? '{' : `{"id":${id},`;
  if (reply && 'answer' in reply) return `${head}"value":${formatValue(reply.answer.type, reply.answer.value)}}\n`;
  return `${head}"refused":${JSON.stringify(reply?.refused ?? null)}}\n`;
}
