import { parentPort, workerData } from 'node:worker_threads';
import writeExcel, { type Cell, type SheetData } from 'write-excel-file/node';
import { pageSetup } from './page-setup.ts';
import { rowHeight } from './row-height.ts';
import type { Sheet } from './sheet.ts';

const sheet = workerData as Sheet;
const { name, above, columns, rows, below } = sheet;

const framed = { alignVertical: 'top', borderStyle: 'thin' } as const;

/** A cell of text is text, whatever it begins with: it is never run as a formula. */
const cellOf = (value: string | number, height: number): Cell =>
  typeof value === 'number'
    ? { type: Number, value, height, ...framed }
    : { type: String, value, wrap: true, height, ...framed };
const widths = columns.map(({ width }) => width);
const rowOf = (row: readonly (string | number)[]): Cell[] => {
  const height = rowHeight(row, widths);
  return row.map((value) => cellOf(value, height));
};

const across = (value: string, style: object = {}): Cell[] => [
  { type: String, value, columnSpan: columns.length, ...style },
  ...columns.slice(1).map(() => null),
];

const headHeight = rowHeight(
  columns.map(({ head }) => head),
  widths,
);
const [unit, title, said] = above;
const data: SheetData = [
  across(unit, { fontSize: 12, align: 'center', height: 20 }),
  across(title, { fontWeight: 'bold', fontSize: 16, align: 'center', alignVertical: 'center', height: 28 }),
  across(said, { height: 18 }),
  columns.map(
    ({ head }): Cell => ({
      ...framed,
      type: String,
      value: head,
      wrap: true,
      fontWeight: 'bold',
      align: 'center',
      height: headHeight,
      backgroundColor: '#eceff2',
    }),
  ),
  ...rows.map(rowOf),
  across(''),
  ...below.map((line) => across(line, { height: 22, alignVertical: 'center' })),
];

const file = await writeExcel(
  data,
  {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    showGridLines: false,
    stickyRowsCount: data.length - rows.length - below.length - 1,
  },
  { features: [pageSetup(sheet)], fontFamily: sheet.language === 'zh' ? '宋体' : 'Calibri', fontSize: 11 },
).toBuffer();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker has no origin
parentPort?.postMessage(new Uint8Array(file));
