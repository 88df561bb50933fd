import type { Scope } from '@sallyport/core/access';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { Place } from '../cursor.ts';
import { behind, byUnitAndName, placeOf } from '../list-order.ts';

export const insertExemption = (
  tx: Transaction,
  one: {
    readonly id: string;
    readonly person: string;
    readonly topic: string;
    readonly reason: string;
    readonly day: string;
    readonly until: string;
    readonly account: string | null;
  },
): Promise<number> =>
  tx.count(
    `INSERT INTO education_exemption (org_id, id, person, topic, reason, granted_on, until_on, account)
     VALUES ($1, $2, $3, $4, $5, $6::date, $7::date, $8)`,
    [tx.org, one.id, one.person, one.topic, one.reason, one.day, one.until, one.account],
  );

/** What holds on a day, in SQL over `free`. */
const holds = (day: string): string =>
  `free.granted_on <= ${day} AND free.until_on >= ${day} AND (free.ended_on IS NULL OR free.ended_on > ${day})`;

export const isExempt = async (tx: Transaction, person: string, topic: string, day: string): Promise<boolean> =>
  (await tx.row(
    `SELECT 1 AS one FROM education_exemption AS free WHERE free.org_id = $1 AND free.person = $2 AND free.topic = $3 AND ${holds('$4::date')} LIMIT 1`,
    [tx.org, person, topic, day],
  )) !== null;

type Known = { readonly person: string; readonly until: string; readonly endedOn: string | null };

/** Held until the transaction ends: it is ended once. */
export const lockExemption = (tx: Transaction, id: string): Promise<Known | null> =>
  tx.row(
    'SELECT person, until_on AS until, ended_on AS "endedOn" FROM education_exemption WHERE org_id = $1 AND id = $2 FOR UPDATE',
    [tx.org, id],
  );

export const exemptPersonOf = (tx: Transaction, id: string): Promise<{ readonly person: string } | null> =>
  tx.row('SELECT person FROM education_exemption WHERE org_id = $1 AND id = $2', [tx.org, id]);

export const setEnded = (tx: Transaction, id: string, day: string): Promise<number> =>
  tx.count('UPDATE education_exemption SET ended_on = $3::date WHERE org_id = $1 AND id = $2', [tx.org, id, day]);

export type Shown = {
  readonly exemption: string;
  readonly person: string;
  readonly name: string;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly topic: string;
  readonly reason: string;
  readonly grantedOn: string;
  readonly until: string;
  readonly by: string | null;
  readonly place: Place;
};

const columns = `free.id AS exemption, free.person, free.topic, free.reason, free.granted_on AS "grantedOn", free.until_on AS until,
  (SELECT account.name FROM account WHERE account.org_id = $1 AND account.id = free.account) AS by`;

export const exemptionsOrder = ['text', 'text', 'text', 'text', 'date', 'text'] as const;

export function listExemptions(
  tx: Transaction,
  scope: Scope,
  day: string,
  page: { readonly order: 'zh' | 'en'; readonly after: Place | null; readonly limit: number },
): Promise<Shown[]> {
  const values: unknown[] = [tx.org];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const parts = [...byUnitAndName(page.order), 'free.until_on', 'free.id'];
  const tests = [
    'free.org_id = $1',
    holds(param(day, 'date')),
    ...(scope.whole ? [] : [`person.unit = ANY (${param([...scope.units], 'text[]')})`]),
    ...(page.after === null ? [] : [behind(parts, page.after, exemptionsOrder, param)]),
  ];
  return tx.rows(
    `SELECT ${columns}, person.name, person.unit, unit.name AS "unitName", ${placeOf(parts)}
     FROM education_exemption AS free JOIN fact_person AS person ON person.org_id = $1 AND person.id = free.person
     LEFT JOIN fact_unit AS unit ON unit.org_id = $1 AND unit.id = person.unit
     WHERE ${tests.join(' AND ')} ORDER BY ${parts.join(', ')} LIMIT ${param(page.limit, 'int')}`,
    values,
  );
}

/** Of one's own, those that hold. */
export const ownExemptions = (
  tx: Transaction,
  person: string,
  day: string,
): Promise<Pick<Shown, 'exemption' | 'topic' | 'reason' | 'grantedOn' | 'until' | 'by'>[]> =>
  tx.rows(
    `SELECT ${columns} FROM education_exemption AS free WHERE free.org_id = $1 AND free.person = $2 AND ${holds('$3::date')} ORDER BY free.until_on, free.id`,
    [tx.org, person, day],
  );

/** The last day on which somebody is exempt from a topic, in SQL; null where they are not. */
export const exemptUntil = (person: string, topic: string, day: string): string =>
  `(SELECT max(free.until_on) FROM education_exemption AS free WHERE free.org_id = $1::text AND free.person = ${person} AND free.topic = ${topic} AND ${holds(day)})`;
