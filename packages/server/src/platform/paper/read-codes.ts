import { Worker } from 'node:worker_threads';
import type { CodesAsked } from './codes-worker.ts';

const limits = { seconds: 30, memoryMb: 512 };

/**
 * What the QR codes of a scan say. A thread of its own takes the file apart: one that is broken, or made to be slow, ends that thread, and
 * the scan is one without a code.
 */
export function readCodes(bytes: Uint8Array, type: CodesAsked['type']): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const workerData: CodesAsked = { bytes: new Uint8Array(bytes), type };
    const worker = new Worker(new URL('./codes-worker.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    });
    const timer = setTimeout(() => void worker.terminate(), limits.seconds * 1000);
    worker.once('message', (codes: readonly string[]) => resolve(codes));
    worker.once('error', () => resolve([]));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve([]);
    });
  });
}
