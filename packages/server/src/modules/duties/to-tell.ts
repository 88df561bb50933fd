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

const codeOf = (status: Status): number => statusCodes.indexOf(status);

/** What somebody of these has to act on: overdue, or due by the day. */
export const dutiesToTell = (tx: Transaction, assignees: readonly string[], dueBy: string): Promise<DutyToTell[]> =>
  tx.rows(
    `SELECT assignee, rule, subject, period::text AS period, CASE status WHEN $4::int THEN 'overdue' ELSE 'urgent' END AS stage
     FROM duty WHERE org_id = $1 AND assignee = ANY ($2::text[]) AND due_on <= $3::date AND status IN ($4::int, $5::int)`,
    [tx.org, assignees, dueBy, codeOf('overdue'), codeOf('pending')],
  );
