import type { Place, Scope } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import { statusCode } from '@sallyport/core/duties';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type DutyRow, dutyColumns } from './duty-row.ts';
import type { verdicts } from './review-contract.ts';
import { dutiesWithin } from './within-store.ts';

type ReviewDecision = {
  readonly id: string;
  readonly verdict: (typeof verdicts)[number];
  readonly decidedOn: string | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly incident: string | null;
};

/** What was decided about a duty and not withdrawn, the last first. */
export const reviewsOf = (tx: Transaction, rule: string, subject: string): Promise<ReviewDecision[]> =>
  tx.rows(
    `SELECT id, verdict, decided_on AS "decidedOn", reason, decided_by AS by, incident FROM fact_review_decision
     WHERE org_id = $1 AND rule = $2 AND subject = $3 ORDER BY decided_on DESC NULLS LAST, id DESC`,
    [tx.org, rule, subject],
  );

/** Where the duty lies that was decided on; null where there is no such decision, or no duty any more. */
export const placeOfReview = (tx: Transaction, id: string): Promise<Place | null> =>
  tx.row(
    `SELECT duty.person, duty.unit FROM fact_review_decision AS given
     JOIN duty ON duty.org_id = $1 AND duty.rule = given.rule AND duty.subject = given.subject
     WHERE given.org_id = $1 AND given.id = $2 LIMIT 1`,
    [tx.org, id],
  );

/** Duties under review, as the list of duties orders them: one walk along the index of statuses. */
export function rowsInReview(tx: Transaction, scope: Scope, today: Day, limit: number): Promise<DutyRow[]> {
  const values: unknown[] = [tx.org, formatDay(today)];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const tests = `status = ${statusCode('review')} AND period <= $2::date`;
  const { common, from } = dutiesWithin(scope, tests, param);
  const order = 'due_on, rule, subject, period';
  return tx.rows<DutyRow>(
    `WITH ${common === '' ? '' : `${common}, `}reviewed AS (
       SELECT rule, subject, period FROM ${from} WHERE org_id = $1::text AND ${tests} ORDER BY ${order} LIMIT ${param(limit, 'int')})
     SELECT ${dutyColumns} FROM reviewed JOIN duty USING (rule, subject, period) WHERE org_id = $1::text ORDER BY ${order}`,
    values,
  );
}
