import { Worker } from 'node:worker_threads';
import type { Sheet } from './sheet.ts';

let last: Promise<unknown> = Promise.resolve();

/** A workbook of one sheet, written on a thread of its own and one at a time: a long list holds up nobody who is not waiting for it. */
export function writeSheet(sheet: Sheet): Promise<Uint8Array> {
  const mine = last.then(() => writeOne(sheet));
  last = mine.catch(() => undefined);
  return mine;
}

const writeOne = (sheet: Sheet): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
      workerData: sheet,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    worker.once('message', (bytes: Uint8Array) => resolve(bytes));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that writes sheets ended')));
  });
