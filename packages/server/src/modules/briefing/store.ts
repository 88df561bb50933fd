import type { Reason } from '@sallyport/core/briefing';
import type { Answers } from '@sallyport/core/courses';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { manners } from './contract.ts';

/** A block as it was chosen: what it said then is named by its hash. */
export type ChosenBlock = { readonly id: string; readonly hash: string; readonly reasons: readonly Reason[] };

export type Stored = {
  readonly traveller: string;
  readonly number: number;
  readonly hash: string;
  readonly seed: string;
  readonly blocks: readonly ChosenBlock[];
  readonly answers: Answers | null;
  readonly answeredOn: string | null;
  readonly signedOn: string | null;
  readonly briefedOn: string | null;
  readonly briefedBy: string | null;
  readonly manner: (typeof manners)[number] | null;
  readonly heldOn: string | null;
};

const columns = `traveller, number, hash, seed, blocks, answers, answered_on AS "answeredOn", signed_on AS "signedOn",
  briefed_on AS "briefedOn", briefed_by AS "briefedBy", manner, held_on AS "heldOn"`;
const named = 'org_id = $1 AND traveller = $2';

/** The latest of a traveller; held until the transaction ends where somebody acts on it. */
export const latest = (tx: Transaction, traveller: string, lock: '' | 'FOR UPDATE' = ''): Promise<Stored | null> =>
  tx.row(`SELECT ${columns} FROM trip_briefing WHERE ${named} ORDER BY number DESC LIMIT 1 ${lock}`, [
    tx.org,
    traveller,
  ]);

type Begun = Pick<Stored, 'traveller' | 'number' | 'hash' | 'seed' | 'blocks'>;

/** Begun twice at once, it is the one that came first. */
export const insertBriefing = (
  tx: Transaction,
  { traveller, number, hash, seed, blocks, person, day }: Begun & { readonly person: string; readonly day: string },
): Promise<number> =>
  tx.count(
    `INSERT INTO trip_briefing (org_id, traveller, number, person, hash, seed, blocks, begun_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::date) ON CONFLICT DO NOTHING`,
    [tx.org, traveller, number, person, hash, seed, JSON.stringify(blocks), day],
  );

/** Put together anew: what was answered and signed was about another one. */
export const renewBriefing = (tx: Transaction, { traveller, number, hash, seed, blocks }: Begun): Promise<number> =>
  tx.count(
    `UPDATE trip_briefing SET hash = $4, seed = $5, blocks = $6, answers = NULL, answered_on = NULL, signed_on = NULL,
       briefed_on = NULL, briefed_by = NULL, manner = NULL
     WHERE ${named} AND number = $3`,
    [tx.org, traveller, number, hash, seed, JSON.stringify(blocks)],
  );

type Named = Pick<Stored, 'traveller' | 'number'>;

export const setAnswered = (
  tx: Transaction,
  { traveller, number }: Named,
  answers: Answers,
  day: string,
): Promise<number> =>
  tx.count(`UPDATE trip_briefing SET answers = $4, answered_on = $5::date WHERE ${named} AND number = $3`, [
    tx.org,
    traveller,
    number,
    JSON.stringify(answers),
    day,
  ]);

export const setSigned = (tx: Transaction, { traveller, number }: Named, day: string): Promise<number> =>
  tx.count(`UPDATE trip_briefing SET signed_on = $4::date WHERE ${named} AND number = $3`, [
    tx.org,
    traveller,
    number,
    day,
  ]);

export const setBriefed = (
  tx: Transaction,
  { traveller, number }: Named,
  by: { readonly person: string | null; readonly manner: Stored['manner']; readonly day: string },
): Promise<number> =>
  tx.count(
    `UPDATE trip_briefing SET briefed_on = $4::date, briefed_by = $5, manner = $6 WHERE ${named} AND number = $3`,
    [tx.org, traveller, number, by.day, by.person, by.manner],
  );

export const setHeld = (
  tx: Transaction,
  { traveller, number }: Named,
  facts: readonly string[],
  day: string,
): Promise<number> =>
  tx.count(`UPDATE trip_briefing SET held_on = $4::date, facts = $5::text[] WHERE ${named} AND number = $3`, [
    tx.org,
    traveller,
    number,
    day,
    facts,
  ]);

type Read = {
  readonly traveller: string;
  readonly person: string;
  readonly hash: string;
  readonly day: string;
};

/** The first time counts; opened again it stays as it is. */
export const openedBlock = (tx: Transaction, { traveller, person, hash, day }: Read): Promise<number> =>
  tx.count(
    `INSERT INTO briefing_reading (org_id, traveller, person, hash, opened_on) VALUES ($1, $2, $3, $4, $5::date)
     ON CONFLICT DO NOTHING`,
    [tx.org, traveller, person, hash, day],
  );

/** How many rows there are of it: none where it was never opened. */
export const acknowledgedBlock = (tx: Transaction, { traveller, hash, day }: Omit<Read, 'person'>): Promise<number> =>
  tx.count(
    `UPDATE briefing_reading SET acknowledged_on = coalesce(acknowledged_on, $4::date) WHERE ${named} AND hash = $3`,
    [tx.org, traveller, hash, day],
  );

export type Reading = { readonly hash: string; readonly opened: string; readonly acknowledged: string | null };

export const readingsOf = (tx: Transaction, traveller: string): Promise<Reading[]> =>
  tx.rows(`SELECT hash, opened_on AS opened, acknowledged_on AS acknowledged FROM briefing_reading WHERE ${named}`, [
    tx.org,
    traveller,
  ]);

/** Where somebody who travels belongs. */
export const whereFrom = (
  tx: Transaction,
  traveller: string,
): Promise<{ readonly person: string; readonly unit: string | null }[]> =>
  tx.rows(
    `SELECT goer.person, one.unit FROM fact_traveller AS goer
     JOIN fact_person AS one ON one.org_id = $1 AND one.id = goer.person WHERE goer.org_id = $1 AND goer.id = $2`,
    [tx.org, traveller],
  );
