import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { inMebibytes, limits } from '@sallyport/server/tabular/limits';
import type { Phrase } from '../words.ts';

/** The text of a line, or why it has none. */
export type BatchLine = string | Phrase;

export const notUtf8: Phrase = {
  zh: '编码不是UTF-8：请另存为UTF-8后重试。',
  en: 'not in UTF-8; save it as UTF-8',
};

const tooLong: Phrase = {
  zh: `这一行超过${inMebibytes(limits.line)} MiB：请拆成几行。`,
  en: `the line is longer than ${inMebibytes(limits.line)} MiB; write several lines`,
};

const newline = 10;

/**
 * The lines of a stream of bytes. Decoded leniently, a file in GB18030 would give answers about other characters than were written; kept
 * without limit, a line that never ends would fill the memory. Either refuses its own line, and the next one is read.
 */
export async function* batchLines(input: Readable): AsyncGenerator<BatchLine> {
  let kept: Buffer[] = [];
  let length = 0;
  const taken = (): BatchLine => {
    const line = length > limits.line ? tooLong : textOf(Buffer.concat(kept));
    kept = [];
    length = 0;
    return line;
  };
  const keep = (bytes: Buffer): void => {
    length += bytes.length;
    if (length <= limits.line) kept.push(bytes);
    else kept = [];
  };
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk as Uint8Array);
    let from = 0;
    for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, from)) {
      keep(bytes.subarray(from, at));
      yield taken();
      from = at + 1;
    }
    keep(bytes.subarray(from));
  }
  if (length > 0) yield taken();
}

const textOf = (bytes: Buffer): BatchLine => (isUtf8(bytes) ? bytes.toString('utf8') : notUtf8);
