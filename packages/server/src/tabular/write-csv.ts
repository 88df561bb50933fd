import { isFormulaLike } from './formula.ts';

/** The mark that makes Excel read UTF-8 as such. */
const byteOrderMark = '\ufeff';

/**
 * One cell. Text that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets show as text and
 * importers here take off again; numbers and days are ours and need none.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = isFormulaLike(value) ? `'${value}` : value;
  return /["\n\r,;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvText = (rows: readonly (readonly (string | number | boolean | null)[])[]): string =>
  `${byteOrderMark}${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
