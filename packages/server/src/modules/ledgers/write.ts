import { refuse } from '../../platform/actions/refusal.ts';
import type { Paper, PaperFormat } from '../../platform/paper/paper.ts';
import { paperWords } from '../../platform/paper/paper-words.ts';
import type { Press } from '../../platform/paper/press.ts';
import type { Sheet } from '../../platform/sheet/sheet.ts';
import { writeSheet } from '../../platform/sheet/write-sheet.ts';
import { ExplainedError } from '../../platform/words/explained-error.ts';
import type { Language } from '../../platform/words/words.ts';
import { csvText } from '../../tabular/write-csv.ts';
import type { LedgerFormat } from './contract.ts';
import type { Cell, Column } from './ledger.ts';
import { sayLedger } from './words.ts';

type Written = {
  readonly language: Language;
  readonly unit: string;
  readonly title: string;
  readonly day: string;
  readonly number: string;
  readonly handover: string | null;
  readonly columns: readonly Column<unknown>[];
  readonly rows: readonly (readonly Cell[])[];
};

/** More columns than this lie across a sheet on its side. */
const mostUpright = 5;
/** Characters of a column in a spreadsheet, for a share of its width on paper. */
const perShare = 7;

const dayText = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** What a ledger has besides its title: each row numbered, the day, its own number, who signs, and whether it may leave the house. */
function laidOut({ language, day, number, handover, columns, rows }: Written) {
  const say = (key: Parameters<typeof sayLedger>[0], values = {}): string => sayLedger(key, values)[language];
  return {
    heads: [
      { head: say('row'), share: 1, align: 'center' as const },
      ...columns.map(({ head, share, align = 'left' }) => ({ head: head[language], share, align })),
    ],
    rows: rows.map((row, at): Cell[] => [at + 1, ...row]),
    orientation: columns.length > mostUpright ? ('landscape' as const) : ('portrait' as const),
    below: [
      say('made', { day: dayText(day, language) }),
      say('count', { count: rows.length }),
      say('number', { number }),
    ],
    signers: [say('writer'), say('checker'), say('head')],
    colon: paperWords[language].colon,
    foot: handover === null ? say('inside') : say('givenBy', { handover }),
  };
}

type LaidOut = ReturnType<typeof laidOut>;

/** A table for other programs is nothing but its head and its rows. */
export async function writeLedger(
  press: Pick<Press, 'print'>,
  format: LedgerFormat,
  ledger: Written,
): Promise<Uint8Array> {
  const laid = laidOut(ledger);
  if (format === 'csv') return Buffer.from(csvText([laid.heads.map(({ head }) => head), ...laid.rows]), 'utf8');
  if (format === 'xlsx') return writeSheet(sheetOf(ledger, laid));
  return print(press, paperOf(ledger, laid), format);
}

const sheetOf = (
  { language, unit, title }: Written,
  { heads, rows, below, signers, colon, ...laid }: LaidOut,
): Sheet => ({
  language,
  // A spreadsheet takes 31 characters for the name of a sheet, and none of these.
  name: title.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31),
  above: [unit, title, below.join('    ')],
  columns: heads.map(({ head, share }) => ({ head, width: Math.max(6, share * perShare) })),
  rows: rows.map((row) => row.map((value) => value ?? '')),
  below: [signers.map((label) => `${label}${colon}________________`).join('    '), laid.foot],
  ...laid,
});

const paperOf = (
  { language, unit, title }: Written,
  { heads, rows, below, signers, orientation, foot }: LaidOut,
): Paper => ({
  language,
  orientation,
  unit,
  title,
  below,
  parts: [
    { part: 'table', columns: heads, rows: rows.map((row) => row.map((value) => String(value ?? ''))) },
    { part: 'signatures', labels: signers },
  ],
  foot,
  code: null,
});

async function print(press: Pick<Press, 'print'>, paper: Paper, format: PaperFormat): Promise<Uint8Array> {
  try {
    return await press.print(paper, format);
  } catch (error) {
    if (error instanceof ExplainedError && error.code === 'paper.too-long') return refuse('ledgers.too-long-for-paper');
    throw error;
  }
}
