import type { Place as FactPlace, Scope } from '@sallyport/core/access';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { isHere } from '../campaign/store.ts';
import type { audiences } from '../contract.ts';
import type { Place } from '../cursor.ts';
import { behind, byUnitAndName, placeOf } from '../list-order.ts';

export type Session = {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly audience: (typeof audiences)[number];
  readonly units: readonly string[];
  readonly heldOn: string;
  readonly place: string;
  readonly trainer: string | null;
  readonly validMonths: number | null;
  readonly state: 'planned' | 'held' | 'cancelled';
};

const columns = `id, title, topic, audience, units, held_on AS "heldOn", place, trainer, valid_months AS "validMonths", state`;

export const insertSession = (
  tx: Transaction,
  one: Omit<Session, 'state'> & { readonly at: Date; readonly account: string | null },
): Promise<number> =>
  tx.count(
    `INSERT INTO training_session (org_id, id, title, topic, audience, units, held_on, place, trainer, valid_months, state, made_at, account)
     VALUES ($1, $2, $3, $4, $5, $6, $7::date, $8, $9, $10, 'planned', $11, $12)`,
    [
      tx.org,
      one.id,
      one.title,
      one.topic,
      one.audience,
      one.units,
      one.heldOn,
      one.place,
      one.trainer,
      one.validMonths,
      one.at,
      one.account,
    ],
  );

export const sessionOf = (tx: Transaction, id: string): Promise<Session | null> =>
  tx.row(`SELECT ${columns} FROM training_session WHERE org_id = $1 AND id = $2`, [tx.org, id]);

/** The same, held until the transaction ends: two who record the same people do so one after the other. */
export const lockSession = (tx: Transaction, id: string): Promise<Session | null> =>
  tx.row(`SELECT ${columns} FROM training_session WHERE org_id = $1 AND id = $2 FOR UPDATE`, [tx.org, id]);

export const setState = (tx: Transaction, id: string, state: 'held' | 'cancelled'): Promise<number> =>
  tx.count('UPDATE training_session SET state = $3 WHERE org_id = $1 AND id = $2', [tx.org, id, state]);

export const latestSessions = (tx: Transaction, since: string): Promise<Session[]> =>
  tx.rows(
    `SELECT ${columns} FROM training_session WHERE org_id = $1 AND held_on > $2::date ORDER BY held_on DESC, id DESC LIMIT 500`,
    [tx.org, since],
  );

/** Of these people those who were recorded as having been there. */
export const recordedOf = (tx: Transaction, session: string, people: readonly string[]): Promise<string[]> =>
  tx
    .rows<{ person: string }>(
      'SELECT DISTINCT person FROM fact_completion WHERE org_id = $1 AND course = $2 AND person = ANY ($3::text[])',
      [tx.org, session, people],
    )
    .then((rows) => rows.map(({ person }) => person));

/** Where each of these people lies, for who may record something of them. */
export const placesOf = async (tx: Transaction, people: readonly string[]): Promise<ReadonlyMap<string, FactPlace>> => {
  const rows = await tx.rows<{ id: string; unit: string | null }>(
    'SELECT id, unit FROM fact_person WHERE org_id = $1 AND id = ANY ($2::text[])',
    [tx.org, people],
  );
  return new Map(rows.map(({ id, unit }) => [id, { person: id, unit }]));
};

export type PersonAt = {
  readonly person: string;
  readonly name: string;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly completion: string | null;
  readonly place: Place;
};

export const peopleOrder = ['text', 'text', 'text', 'text'] as const;

/** Who is of the units on the day, and whoever was recorded besides. `units`: null for the whole house. */
export function peopleAt(
  tx: Transaction,
  scope: Scope,
  { session, units }: { readonly session: Session; readonly units: readonly string[] | null },
  page: { readonly order: 'zh' | 'en'; readonly after: Place | null; readonly limit: number },
): Promise<PersonAt[]> {
  const values: unknown[] = [tx.org];
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const day = param(session.heldOn, 'date');
  const parts = byUnitAndName(page.order);
  const expected = units === null ? isHere(day) : `${isHere(day)} AND person.unit = ANY (${param(units, 'text[]')})`;
  const tests = [
    'person.org_id = $1::text',
    `(${expected} OR there.completion IS NOT NULL)`,
    ...(scope.whole ? [] : [`person.unit = ANY (${param([...scope.units], 'text[]')})`]),
    ...(page.after === null ? [] : [behind(parts, page.after, peopleOrder, param)]),
  ];
  return tx.rows(
    `WITH there AS (
       SELECT person, min(id) AS completion FROM fact_completion
       WHERE org_id = $1::text AND course = ${param(session.id, 'text')} GROUP BY person
     )
     SELECT person.id AS person, person.name, person.unit, unit.name AS "unitName", there.completion, ${placeOf(parts)}
     FROM fact_person AS person LEFT JOIN there ON there.person = person.id
     LEFT JOIN fact_unit AS unit ON unit.org_id = $1::text AND unit.id = person.unit
     WHERE ${tests.join(' AND ')} ORDER BY ${parts.join(', ')} LIMIT ${param(page.limit, 'int')}`,
    values,
  );
}
