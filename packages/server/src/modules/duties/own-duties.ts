import { type Day, formatDay } from '@sallyport/core/calendar';
import { statusCodes } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Phrase } from '../../platform/words/words.ts';
import { type DutyRow, dutyColumns, itemOf } from './duty-row.ts';
import type { Engine } from './engine.ts';

export type OwnDuty = {
  readonly rule: string;
  readonly subject: string;
  readonly period: string | null;
  readonly title: Phrase;
  readonly status: Status;
  readonly due: string | null;
};

const open = (['overdue', 'review', 'unclear', 'pending'] as const).map((status) => statusCodes.indexOf(status));

/** Of some rules, what somebody has to see to and is not done: the next due first. More than so many nobody reads at once. */
export async function openOwnDuties(
  tx: Transaction,
  engine: Engine,
  person: string,
  rules: readonly string[],
  today: Day,
): Promise<readonly OwnDuty[]> {
  const rows = await tx.rows<DutyRow>(
    `SELECT ${dutyColumns} FROM duty
     WHERE org_id = $1 AND assignee = $2 AND rule = ANY ($3::text[]) AND status = ANY ($4::smallint[]) AND period <= $5::date
     ORDER BY due_on, rule, subject, period LIMIT 100`,
    [tx.org, person, rules, open, formatDay(today)],
  );
  return rows.flatMap((row) => {
    const rule = engine.rule(row.rule);
    if (rule === undefined) return [];
    const { rule: id, subject, period, title, status, due } = itemOf(rule, row);
    return [{ rule: id, subject, period, title, status, due }];
  });
}
