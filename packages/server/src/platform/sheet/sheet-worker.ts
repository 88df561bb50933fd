import { parentPort, workerData } from 'node:worker_threads';
import writeExcel, { type SheetData } from 'write-excel-file/node';
import type { Sheet } from './sheet.ts';

const { name, title, above, columns, rows, below, orientation } = workerData as Sheet;

/** Text is written as text, whatever it begins with: a cell of a string is never run as a formula. */
const text = (value: string) => ({
  type: String,
  value: value.replace(notInXml, ''),
  wrap: true,
  alignVertical: 'top' as const,
});

/** Characters that XML cannot hold. */
// oxlint-disable-next-line no-control-regex -- control characters are just what is taken out
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const across = (value: string, style: object) => [
  { ...text(value), columnSpan: columns.length, ...style },
  ...columns.slice(1).map(() => null),
];

const data: SheetData = [
  across(title, { fontWeight: 'bold', fontSize: 16, align: 'center' }),
  across(above.join('    '), { wrap: false }),
  columns.map(({ head }) => ({
    ...text(head),
    fontWeight: 'bold' as const,
    backgroundColor: '#eceff2',
    borderStyle: 'thin' as const,
  })),
  ...rows.map((row) =>
    row.map((value) =>
      typeof value === 'number'
        ? { type: Number, value, borderStyle: 'thin' as const, alignVertical: 'top' as const }
        : { ...text(value), borderStyle: 'thin' as const },
    ),
  ),
  across('', {}),
  across(below, { wrap: false }),
];

const file = await writeExcel(data, {
  sheet: name,
  ...(orientation === 'landscape' ? { orientation } : {}),
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 3,
}).toBuffer();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker has no origin
parentPort?.postMessage(new Uint8Array(file));
