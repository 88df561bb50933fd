import { parentPort, workerData } from 'node:worker_threads';
import readWorkbook from 'read-excel-file/node';

/** Sheets as they come back: dates, numbers, flags and text as they stand in the cells. */
export type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | boolean | Date | null)[])[];
};

const sheets = await readWorkbook(Buffer.from(workerData as Uint8Array), { trim: true });
const answer: Sheet[] = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as Sheet['rows'] }));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker has no origin
parentPort?.postMessage(answer);
