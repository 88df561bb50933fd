import { statusCodes } from '@sallyport/core/duties';
import type { Transaction } from '../../platform/database/transaction.ts';

const open = (['overdue', 'review', 'unclear', 'pending'] as const).map((status) => statusCodes.indexOf(status));

/**
 * Duties about a person, or that the person has to see to, that are not done; those of a coming period have not begun. All of them: what is
 * left out here is handed over to nobody.
 */
export const openDutiesOf = (
  tx: Transaction,
  person: string,
  today: string,
): Promise<{ readonly rule: string; readonly subject: string; readonly period: string | null }[]> =>
  tx.rows(
    `SELECT rule, subject, CASE WHEN period = '-infinity' THEN NULL ELSE period END AS period FROM duty
     WHERE org_id = $1 AND (person = $2 OR assignee = $2) AND status = ANY ($3::smallint[]) AND (period = '-infinity' OR period <= $4::date)
     ORDER BY due_on, rule, subject, period`,
    [tx.org, person, open, today],
  );
