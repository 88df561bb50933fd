import { parentPort, workerData } from 'node:worker_threads';
import { codesOf } from './codes.ts';

export type CodesAsked = { readonly bytes: Uint8Array; readonly type: 'pdf' | 'picture' };

const { bytes, type } = workerData as CodesAsked;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker has no origin
parentPort?.postMessage(await codesOf(bytes, type));
