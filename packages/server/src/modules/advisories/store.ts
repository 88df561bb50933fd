import type { Level, Risk } from '@sallyport/core/trips';
import type { Transaction } from '../../platform/database/transaction.ts';

export type Levels = Readonly<Partial<Record<Risk, Level>>>;

export type Stored = {
  readonly id: string;
  readonly line: string;
  readonly number: number;
  readonly places: readonly string[];
  readonly levels: Levels;
  readonly said: string;
  readonly source: string;
  readonly reason: string;
  readonly from: string;
  readonly lastDay: string;
  readonly endedOn: string | null;
  readonly endedReason: string | null;
  readonly first: string | null;
  readonly second: string | null;
};

const columns = `id, line, number, places, levels, said, source, reason, from_day AS "from", last_day AS "lastDay", ended_on AS "endedOn",
  ended_reason AS "endedReason", first_account AS first, second_account AS second`;

/** Every version, the newest of each first. */
export const allAdvisories = (tx: Transaction): Promise<Stored[]> =>
  tx.rows(`SELECT ${columns} FROM advisory WHERE org_id = $1 ORDER BY line, number DESC`, [tx.org]);

export const inForceOn = (tx: Transaction, day: string): Promise<Stored[]> =>
  tx.rows(
    `SELECT ${columns} FROM advisory WHERE org_id = $1 AND from_day <= $2::date AND last_day >= $2::date
       AND (ended_on IS NULL OR ended_on > $2::date) ORDER BY line, number`,
    [tx.org, day],
  );

export const advisoryOf = (tx: Transaction, id: string): Promise<Stored | null> =>
  tx.row(`SELECT ${columns} FROM advisory WHERE org_id = $1 AND id = $2`, [tx.org, id]);

/** The versions of one, the newest first. */
export const versionsOf = (tx: Transaction, line: string): Promise<Stored[]> =>
  tx.rows(`SELECT ${columns} FROM advisory WHERE org_id = $1 AND line = $2 ORDER BY number DESC`, [tx.org, line]);

export const insertAdvisory = (
  tx: Transaction,
  one: Omit<Stored, 'endedOn' | 'endedReason'> & { readonly at: Date },
): Promise<number> =>
  tx.count(
    `INSERT INTO advisory (org_id, id, line, number, places, levels, said, source, reason, from_day, last_day, first_account, second_account, decided_at)
     VALUES ($1, $2, $3, $4, $5::text[], $6, $7, $8, $9, $10::date, $11::date, $12, $13, $14)`,
    [
      tx.org,
      one.id,
      one.line,
      one.number,
      one.places,
      JSON.stringify(one.levels),
      one.said,
      one.source,
      one.reason,
      one.from,
      one.lastDay,
      one.first,
      one.second,
      one.at,
    ],
  );

/** How many rows there are of it: none where it was ended already. */
export const setEnded = (tx: Transaction, id: string, day: string, reason: string | null): Promise<number> =>
  tx.count(
    'UPDATE advisory SET ended_on = $3::date, ended_reason = $4 WHERE org_id = $1 AND id = $2 AND ended_on IS NULL',
    [tx.org, id, day, reason],
  );

/** Those whose last day has passed, and of whom nobody was told so yet. */
export const lapsedBefore = (tx: Transaction, day: string): Promise<Stored[]> =>
  tx.rows(
    `SELECT ${columns} FROM advisory WHERE org_id = $1 AND last_day < $2::date AND ended_on IS NULL AND NOT lapse_told ORDER BY id`,
    [tx.org, day],
  );

export const setLapseTold = (tx: Transaction, ids: readonly string[]): Promise<number> =>
  tx.count('UPDATE advisory SET lapse_told = true WHERE org_id = $1 AND id = ANY ($2::text[])', [tx.org, ids]);

/** What is acknowledged and what is published meanwhile take their turns: neither would see the other. */
export const inTurn = async (tx: Transaction): Promise<void> => {
  await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`advisories ${tx.org}`]);
};
