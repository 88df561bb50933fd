import { refuse } from '../../platform/actions/refusal.ts';
import type { Press } from '../../platform/paper/press.ts';
import { writeSheet } from '../../platform/sheet/write-sheet.ts';
import { ExplainedError } from '../../platform/words/explained-error.ts';
import { csvText } from '../../tabular/write-csv.ts';
import type { LedgerFormat } from './contract.ts';
import type { Cell, Column } from './ledger.ts';
import { sayLedger } from './words.ts';

export type Written = {
  readonly language: 'zh' | 'en';
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

const dayText = (day: string, language: 'zh' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A ledger: unit, title, day and number, the rows numbered, who signs, and whether it may leave the house. */
export async function writeLedger(
  press: Pick<Press, 'print'>,
  format: LedgerFormat,
  ledger: Written,
): Promise<Uint8Array> {
  const { language, unit, title, day, number, handover, columns } = ledger;
  const say = (key: Parameters<typeof sayLedger>[0], values = {}): string => sayLedger(key, values)[language];
  const heads = [say('row'), ...columns.map(({ head }) => head[language])];
  const rows = ledger.rows.map((row, at) => [at + 1, ...row]);
  if (format === 'csv') return Buffer.from(csvText([heads, ...rows]), 'utf8');
  const orientation = columns.length > mostUpright ? 'landscape' : 'portrait';
  const below = [
    say('made', { day: dayText(day, language) }),
    say('count', { count: rows.length }),
    say('number', { number }),
  ];
  const foot = handover === null ? say('inside') : say('givenBy', { handover });
  const signers = [say('writer'), say('checker'), say('head')];
  const shares = [1, ...columns.map(({ share }) => share)];
  if (format === 'xlsx')
    return writeSheet({
      name: title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
      title: `${unit}  ${title}`,
      above: below,
      columns: heads.map((head, at) => ({ head, width: Math.max(6, (shares[at] ?? 1) * perShare) })),
      rows: rows.map((row) => row.map((value) => value ?? '')),
      below: `${signers.map((label) => `${label}${say('colon')}________________`).join('    ')}    ${foot}`,
      orientation,
    });
  try {
    return await press.print(
      {
        language,
        orientation,
        unit,
        title,
        below,
        parts: [
          {
            part: 'table',
            columns: heads.map((head, at) => ({
              head,
              share: shares[at] ?? 1,
              align: at === 0 ? 'center' : (columns[at - 1]?.align ?? 'left'),
            })),
            rows: rows.map((row) => row.map((value) => String(value ?? ''))),
          },
          { part: 'signatures', labels: signers },
        ],
        foot,
        code: null,
      },
      format,
    );
  } catch (error) {
    if (error instanceof ExplainedError && error.code === 'paper.too-long') return refuse('ledgers.too-long-for-paper');
    throw error;
  }
}
