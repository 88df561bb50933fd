import type { Transaction } from '../../../platform/database/transaction.ts';
import type { Verb } from './store.ts';

export type Run = {
  readonly id: string;
  readonly person: string;
  readonly package: string;
  readonly verb: Verb;
  readonly counted: boolean;
  readonly location: string | null;
  readonly suspendData: string | null;
  readonly begunOn: string;
  readonly endedOn: string | null;
};

const columns = `id, person, package, verb, counted, location, suspend_data AS "suspendData", begun_on AS "begunOn", ended_on AS "endedOn"`;

/** False where another of the same person is under way. */
export const insertRun = async (
  tx: Transaction,
  one: Pick<Run, 'id' | 'person' | 'package' | 'begunOn'>,
): Promise<boolean> =>
  (await tx.count(
    `INSERT INTO package_run (org_id, id, person, package, begun_on, verb) VALUES ($1, $2, $3, $4, $5::date, 'attempted')
     ON CONFLICT DO NOTHING`,
    [tx.org, one.id, one.person, one.package, one.begunOn],
  )) === 1;

export const openRun = (tx: Transaction, person: string, packageId: string): Promise<Run | null> =>
  tx.row(
    `SELECT ${columns} FROM package_run WHERE org_id = $1 AND person = $2 AND package = $3 AND ended_on IS NULL FOR UPDATE`,
    [tx.org, person, packageId],
  );

/** A run of that person, held until the transaction ends; of another's there is none. */
export const lockRun = (tx: Transaction, person: string, id: string): Promise<Run | null> =>
  tx.row(`SELECT ${columns} FROM package_run WHERE org_id = $1 AND id = $2 AND person = $3 FOR UPDATE`, [
    tx.org,
    id,
    person,
  ]);

export const runOf = (tx: Transaction, id: string): Promise<Run | null> =>
  tx.row(`SELECT ${columns} FROM package_run WHERE org_id = $1 AND id = $2`, [tx.org, id]);

/** By package, the newest first. */
export const runsOf = (tx: Transaction, person: string): Promise<Run[]> =>
  tx.rows(
    `SELECT ${columns} FROM package_run WHERE org_id = $1 AND person = $2
     ORDER BY package, ended_on IS NOT NULL, ended_on DESC, begun_on DESC, id`,
    [tx.org, person],
  );

export const setRun = (
  tx: Transaction,
  id: string,
  now: Pick<Run, 'verb' | 'counted' | 'location' | 'suspendData'>,
): Promise<number> =>
  tx.count(
    'UPDATE package_run SET verb = $3, counted = $4, location = $5, suspend_data = $6 WHERE org_id = $1 AND id = $2',
    [tx.org, id, now.verb, now.counted, now.location, now.suspendData],
  );

/** Ended, and where somebody was is forgotten. */
export const endRun = (tx: Transaction, id: string, day: string): Promise<number> =>
  tx.count(
    'UPDATE package_run SET ended_on = $3::date, location = NULL, suspend_data = NULL WHERE org_id = $1 AND id = $2',
    [tx.org, id, day],
  );

export const endRunsOf = (tx: Transaction, packageId: string, day: string): Promise<number> =>
  tx.count(
    `UPDATE package_run SET ended_on = $3::date, location = NULL, suspend_data = NULL
     WHERE org_id = $1 AND package = $2 AND ended_on IS NULL`,
    [tx.org, packageId, day],
  );
