import { parentPort, workerData } from 'node:worker_threads';
import writeExcel, { type Cell, type SheetData } from 'write-excel-file/node';
import { pageSetup } from './page-setup.ts';
import type { Sheet } from './sheet.ts';

const sheet = workerData as Sheet;
const { name, above, columns, rows, below } = sheet;

const framed = { alignVertical: 'top', borderStyle: 'thin' } as const;

/** A cell of text is text, whatever it begins with: it is never run as a formula. */
const cellOf = (value: string | number): Cell =>
  typeof value === 'number' ? { type: Number, value, ...framed } : { type: String, value, wrap: true, ...framed };

const across = (value: string, style: object = {}): Cell[] => [
  { type: String, value, columnSpan: columns.length, ...style },
  ...columns.slice(1).map(() => null),
];

const [unit, title, said] = above;
const data: SheetData = [
  across(unit, { fontSize: 12, align: 'center' }),
  across(title, { fontWeight: 'bold', fontSize: 16, align: 'center' }),
  across(said),
  columns.map(
    ({ head }): Cell => ({
      ...framed,
      type: String,
      value: head,
      wrap: true,
      fontWeight: 'bold',
      backgroundColor: '#eceff2',
    }),
  ),
  ...rows.map((row) => row.map(cellOf)),
  across(''),
  ...below.map((line) => across(line)),
];

const file = await writeExcel(
  data,
  {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    showGridLines: false,
    stickyRowsCount: data.length - rows.length - below.length - 1,
  },
  { features: [pageSetup(sheet)] },
).toBuffer();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker has no origin
parentPort?.postMessage(new Uint8Array(file));
