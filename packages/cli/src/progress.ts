import { styleText } from 'node:util';

/** Tells how far long work has come: a bar on a terminal, a line every five seconds elsewhere, nothing in the first two seconds. */
export type Progress = {
  /** `total` 0: not known. */
  readonly to: (done: number, total: number) => void;
  readonly end: () => void;
};

type Stream = { readonly isTTY?: boolean; write(text: string): unknown };

const quietFor = 2000;
const between = { terminal: 100, log: 5000 };

export function startProgress(
  label: string,
  stream: Stream = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  const started = now();
  const terminal = stream.isTTY === true;
  let last = started + quietFor - (terminal ? between.terminal : between.log);
  let shown = false;
  return {
    to: (done, total) => {
      const time = now();
      if (time - last < (terminal ? between.terminal : between.log)) return;
      last = time;
      shown = true;
      stream.write(terminal ? `\r\u001b[K${bar(label, done, total)}` : `${plain(label, done, total)}\n`);
    },
    end: () => {
      if (shown && terminal) stream.write('\r\u001b[K');
    },
  };
}

const plain = (label: string, done: number, total: number): string =>
  total > 0 ? `${label} ${share(done, total)}% (${done}/${total})` : `${label} ${done}`;

const share = (done: number, total: number): number => Math.min(100, Math.floor((done / total) * 100));

function bar(label: string, done: number, total: number): string {
  if (total <= 0) return plain(label, done, total);
  const width = 30;
  const full = Math.round((share(done, total) / 100) * width);
  return `${label} ${styleText('green', '█'.repeat(full))}${'░'.repeat(width - full)} ${share(done, total)}%`;
}
