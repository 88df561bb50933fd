import { once } from 'node:events';
import { fstatSync, write as writeFile } from 'node:fs';
import { promisify } from 'node:util';

/** Takes lines in order; what it was given last may still be on its way when it answers. */
export type Printer = {
  text(lines: string | Uint8Array): Promise<void>;
  /** Waits until all has been written. */
  end(): Promise<void>;
};

type Write = { lines(lines: Uint8Array): Promise<void>; end(): Promise<void> };

/** Prints to standard output in large pieces. */
export function printer(stream: NodeJS.WriteStream & { readonly fd: number }): Printer {
  const out = fstatSync(stream.fd).isFile() ? toFile(stream.fd) : toStream(stream);
  let kept = '';
  const flush = async (): Promise<void> => {
    const text = kept;
    kept = '';
    if (text !== '') await out.lines(Buffer.from(text));
  };
  return {
    text: async (lines) => {
      if (typeof lines !== 'string') return out.lines(lines);
      kept += lines;
      if (kept.length > 30_000) await flush();
    },
    end: async () => {
      await flush();
      await out.end();
    },
  };
}

/** Waits when the reader is slower. */
const toStream = (stream: NodeJS.WritableStream): Write => ({
  lines: async (lines) => {
    if (!stream.write(lines)) await once(stream, 'drain');
  },
  end: async () => {},
});

/** Node writes standard output to a file while everything else waits; here the next lines are made meanwhile. */
function toFile(file: number): Write {
  let before = Promise.resolve();
  return {
    lines: async (lines) => {
      await before;
      before = all(file, lines);
      // Told by whoever waits for it; until then it is not an error that nobody handles.
      before.catch(() => {});
    },
    end: () => before,
  };
}

const write = promisify(writeFile);

async function all(file: number, lines: Uint8Array): Promise<void> {
  for (let at = 0; at < lines.length; ) {
    const { bytesWritten } = await write(file, lines, at, lines.length - at, null);
    at += bytesWritten;
  }
}
