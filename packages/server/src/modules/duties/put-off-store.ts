import type { Transaction } from '../../platform/database/transaction.ts';
import type { PutOffKind } from './put-off-contract.ts';

export type PutOff = {
  readonly kind: PutOffKind;
  readonly id: string;
  readonly grantedOn: string | null;
  readonly until: string;
  readonly reason: string | null;
  readonly authority: string | null;
  readonly first: string | null;
  readonly second: string | null;
};

/** What was decided about a duty, the newest first; a waiver without a period is of every period, as an override is. */
export const putOffsOf = (tx: Transaction, rule: string, subject: string, period: string | null): Promise<PutOff[]> =>
  tx.rows(
    `SELECT 'waiver' AS kind, id, granted_on AS "grantedOn", until, reason, authority, first_person AS first, second_person AS second
     FROM fact_waiver WHERE org_id = $1 AND rule = $2 AND subject = $3 AND (period IS NULL OR period = $4::date)
     UNION ALL
     SELECT 'override', id, granted_on, until, reason, NULL, first_person, second_person
     FROM fact_override WHERE org_id = $1 AND rule = $2 AND subject = $3
     ORDER BY "grantedOn" DESC NULLS LAST, id`,
    [tx.org, rule, subject, period],
  );

/** Decisions that name a subject under one of these rules, with the accounts of the two who decided. */
export const putOffsOfSubject = (
  tx: Transaction,
  rules: readonly string[],
  subject: string,
): Promise<Pick<PutOff, 'kind' | 'id' | 'first' | 'second'>[]> =>
  tx.rows(
    `SELECT 'waiver' AS kind, id, first_person AS first, second_person AS second FROM fact_waiver
     WHERE org_id = $1 AND rule = ANY ($2::text[]) AND subject = $3
     UNION ALL
     SELECT 'override', id, first_person, second_person FROM fact_override
     WHERE org_id = $1 AND rule = ANY ($2::text[]) AND subject = $3
     ORDER BY kind, id`,
    [tx.org, rules, subject],
  );

/** Where the duty lies that was put off; null where there is no such decision, or no duty any more. */
export const placeOfPutOff = (
  tx: Transaction,
  kind: PutOffKind,
  id: string,
): Promise<{ readonly person: string | null; readonly unit: string | null } | null> =>
  tx.row(
    `SELECT duty.person, duty.unit FROM ${kind === 'waiver' ? 'fact_waiver' : 'fact_override'} AS given
     JOIN duty ON duty.org_id = $1 AND duty.rule = given.rule AND duty.subject = given.subject
     WHERE given.org_id = $1 AND given.id = $2 ORDER BY duty.period DESC LIMIT 1`,
    [tx.org, id],
  );
