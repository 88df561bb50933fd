import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** One erased fact or person: ids only, so that the log itself holds nothing of anybody. */
const line = z.strictObject({ org: z.string(), kind: z.string(), target: z.string(), on: z.iso.date() });
type ErasureLine = z.infer<typeof line>;

export type ErasureLog = {
  /** When it returns, the lines are on the disk. */
  append(lines: readonly ErasureLine[]): Promise<void>;
  /** In the order they were written; a line cut off by a crash is left out: its erasure was written again after it. */
  read(): AsyncGenerator<ErasureLine>;
};

/**
 * The log of what was erased lies outside the backup: a restored backup brings back what was erased since, and is told to erase it again
 * (DECISIONS 10).
 */
export function createErasureLog(path: string): ErasureLog {
  return {
    async append(lines) {
      const file = await open(path, 'a', 0o600);
      try {
        // A line that a crash cut off is ended first, so that it spoils no other.
        const { size } = await file.stat();
        await file.appendFile(`${size > 0 ? '\n' : ''}${lines.map((one) => JSON.stringify(one)).join('\n')}`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async *read() {
      const input = createReadStream(path, 'utf8');
      const missing = (error: NodeJS.ErrnoException): boolean => error.code === 'ENOENT';
      try {
        for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
          const read = readLine(text);
          if (read !== null) yield read;
        }
      } catch (error) {
        if (!missing(error as NodeJS.ErrnoException)) throw error;
      }
    },
  };
}

function readLine(text: string): ErasureLine | null {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
