import { statusCodes } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';

export type DutyToTell = {
  readonly assignee: string;
  readonly rule: string;
  readonly subject: string;
  readonly period: string;
  readonly stage: 'urgent' | 'overdue';
};

const columns = `assignee, rule, subject, period::text AS period`;

const codeOf = (status: Status): number => statusCodes.indexOf(status);

/** What somebody of these has to act on: overdue, or due by the day. */
export const dutiesToTell = (tx: Transaction, assignees: readonly string[], dueBy: string): Promise<DutyToTell[]> =>
  tx.rows(
    `SELECT ${columns}, CASE status WHEN $4::int THEN 'overdue' ELSE 'urgent' END AS stage
     FROM duty WHERE org_id = $1 AND assignee = ANY ($2::text[]) AND due_on <= $3::date AND status IN ($4::int, $5::int)`,
    [tx.org, assignees, dueBy, codeOf('overdue'), codeOf('pending')],
  );

/** The same of everybody, under these rules alone. */
export const dutiesUnder = (tx: Transaction, rules: readonly string[], dueBy: string): Promise<DutyToTell[]> =>
  tx.rows(
    `SELECT ${columns}, CASE status WHEN $4::int THEN 'overdue' ELSE 'urgent' END AS stage
     FROM duty WHERE org_id = $1 AND rule = ANY ($2::text[]) AND assignee IS NOT NULL AND due_on <= $3::date AND status IN ($4::int, $5::int)`,
    [tx.org, rules, dueBy, codeOf('overdue'), codeOf('pending')],
  );

/** Days on which something is due for somebody, and nothing of what or how much. */
export const dueDaysOf = async (tx: Transaction, assignee: string, from: string, until: string): Promise<string[]> => {
  const rows = await tx.rows<{ readonly day: string }>(
    `SELECT DISTINCT due_on::text AS day FROM duty
     WHERE org_id = $1 AND assignee = $2 AND due_on BETWEEN $3::date AND $4::date AND status IN ($5::int, $6::int) ORDER BY day`,
    [tx.org, assignee, from, until, codeOf('overdue'), codeOf('pending')],
  );
  return rows.map(({ day }) => day);
};
