import type { Place } from '@sallyport/core/access';
import { type Day, formatDay } from '@sallyport/core/calendar';
import { statusCode } from '@sallyport/core/duties';
import type { Status } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type DutyRow, dutyColumns } from './duty-row.ts';

/** Begun duties of some rules that stand in one of these statuses; of one subject, or of every one. */
export const liveRows = (
  tx: Transaction,
  rules: readonly string[],
  statuses: readonly Status[],
  today: Day,
  subject: string | null,
): Promise<DutyRow[]> =>
  tx.rows<DutyRow>(
    `SELECT ${dutyColumns} FROM duty WHERE org_id = $1::text AND rule = ANY ($2::text[]) AND status = ANY ($3::smallint[]) AND period <= $4::date
     ${subject === null ? '' : 'AND subject = $5::text'} ORDER BY rule, subject, period`,
    [tx.org, rules, statuses.map(statusCode), formatDay(today), ...(subject === null ? [] : [subject])],
  );

type ConflictDecision = {
  readonly id: string;
  readonly decision: 'perform' | 'refrain' | 'partly';
  readonly decidedOn: string | null;
  readonly reason: string | null;
  readonly first: string | null;
  readonly second: string | null;
};

export const conflictDecisions = (tx: Transaction, ids: readonly string[]): Promise<ConflictDecision[]> =>
  tx.rows(
    `SELECT id, decision, decided_on AS "decidedOn", reason, first_person AS first, second_person AS second
     FROM fact_conflict_decision WHERE org_id = $1 AND id = ANY ($2::text[])`,
    [tx.org, ids],
  );

/** What was decided about one act and not withdrawn, the last first. */
export const decisionsAbout = async (tx: Transaction, rule: string, subject: string, act: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `SELECT id FROM fact_conflict_decision WHERE org_id = $1 AND rule = $2 AND subject = $3 AND act = $4
       ORDER BY decided_on DESC NULLS LAST, id DESC`,
      [tx.org, rule, subject, act],
    )
  ).map(({ id }) => id);

/** Whom a duty is about and who has to see to it, over all its periods. */
export const personsOfDemand = async (tx: Transaction, rule: string, subject: string): Promise<string[]> =>
  (
    await tx.rows<{ person: string | null; assignee: string | null }>(
      'SELECT person, assignee FROM duty WHERE org_id = $1 AND rule = $2 AND subject = $3',
      [tx.org, rule, subject],
    )
  )
    .flatMap(({ person, assignee }) => [person, assignee])
    .filter((one) => one !== null);

/** Where the duty lies that demands something; null where there is none. */
export const placeOfDemand = (tx: Transaction, rule: string, subject: string): Promise<Place | null> =>
  tx.row(
    'SELECT person, unit FROM duty WHERE org_id = $1 AND rule = $2 AND subject = $3 ORDER BY period DESC LIMIT 1',
    [tx.org, rule, subject],
  );
