import { Worker } from 'node:worker_threads';
import { bytesOf, type TableSource } from './bytes.ts';
import { checkWorkbook } from './check-workbook.ts';
import type { Problems } from './file-problem.ts';
import { inMebibytes, limits } from './limits.ts';
import type { Sheet } from './workbook-worker.ts';

/** What the reader of a workbook may use. Beyond it the worker ends, and not the program. */
const resources = { maxOldGenerationSizeMb: 1536, minutes: 2 };

/** All sheets of a workbook, or null with a problem said. */
export async function readWorkbook(source: TableSource, problems: Problems): Promise<readonly Sheet[] | null> {
  const bytes = await packedBytes(source);
  if (bytes === null) {
    problems.add(source.name, null, null, 'too-big', { limit: inMebibytes(limits.packed) });
    return null;
  }
  const fault = await checkWorkbook(bytes);
  if (fault !== null) {
    problems.add(source.name, null, null, fault);
    return null;
  }
  const sheets = await readApart(bytes);
  if (typeof sheets === 'string') {
    problems.add(source.name, null, null, sheets);
    return null;
  }
  source.onBytes?.(bytes.length);
  return sheets;
}

/** Null where the file is larger than a workbook may be. */
async function packedBytes(source: TableSource): Promise<Buffer | null> {
  const handle = await source.open();
  try {
    const { size } = await handle.stat();
    return size > limits.packed ? null : await bytesOf(handle, size);
  } finally {
    await handle.close();
  }
}

/** Reads a workbook on a thread of its own: a sheet that needs more memory or time than there is ends that thread only. */
function readApart(bytes: Buffer): Promise<readonly Sheet[] | 'not-a-workbook' | 'too-complex'> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
      workerData: new Uint8Array(bytes),
      resourceLimits: { maxOldGenerationSizeMb: resources.maxOldGenerationSizeMb },
    });
    const timer = setTimeout(() => {
      resolve('too-complex');
      void worker.terminate();
    }, resources.minutes * 60_000);
    worker.once('message', (sheets: readonly Sheet[]) => resolve(sheets));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-complex' : 'not-a-workbook'),
    );
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve('not-a-workbook');
    });
  });
}
