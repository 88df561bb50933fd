import type { Transaction } from '../../../platform/database/transaction.ts';
import type { Factor } from '../standing.ts';
import type { Account } from './accounts.ts';

export type Session = {
  readonly id: string;
  readonly account: string;
  readonly person: string | null;
  readonly factors: readonly Factor[];
  readonly usedAt: Date;
  readonly provedAt: Date;
};

/** The session of a live account under this hash, if it still runs. */
export const sessionByHash = (tx: Transaction, hash: Buffer, now: Date): Promise<Session | null> =>
  tx.row(
    `SELECT s.id, s.account, a.person, s.factors, s.used_at AS "usedAt", s.proved_at AS "provedAt"
     FROM account_session AS s JOIN account AS a ON a.org_id = s.org_id AND a.id = s.account
     WHERE s.org_id = $1 AND s.hash = $2 AND s.ended_at IS NULL AND s.ends_at > $3 AND s.idle_until > $3
       AND a.status = 'active'`,
    [tx.org, hash, now],
  );

export type NewSession = {
  readonly id: string;
  readonly hash: Buffer;
  readonly account: Account['id'];
  readonly factors: readonly Factor[];
  readonly at: Date;
  readonly idleUntil: Date;
  readonly endsAt: Date;
  readonly address: string | null;
  readonly device: string | null;
};

export const insertSession = (tx: Transaction, session: NewSession): Promise<number> =>
  tx.count(
    `INSERT INTO account_session (org_id, id, hash, account, factors, started_at, used_at, proved_at, idle_until, ends_at, address, device)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $6, $7, $8, $9, $10)`,
    [
      tx.org,
      session.id,
      session.hash,
      session.account,
      session.factors,
      session.at,
      session.idleUntil,
      session.endsAt,
      session.address,
      session.device,
    ],
  );

export const touchSession = (tx: Transaction, id: string, at: Date, idleUntil: Date): Promise<number> =>
  tx.count('UPDATE account_session SET used_at = $3, idle_until = $4 WHERE org_id = $1 AND id = $2', [
    tx.org,
    id,
    at,
    idleUntil,
  ]);

export const addFactor = (tx: Transaction, id: string, factor: Factor, at: Date): Promise<number> =>
  tx.count(
    `UPDATE account_session SET proved_at = $4,
       factors = CASE WHEN $3::text = ANY (factors) THEN factors ELSE array_append(factors, $3::text) END
     WHERE org_id = $1 AND id = $2`,
    [tx.org, id, factor, at],
  );

export const endSessionOf = (tx: Transaction, account: string, id: string, at: Date): Promise<number> =>
  tx.count(
    'UPDATE account_session SET ended_at = $4 WHERE org_id = $1 AND account = $2 AND id = $3 AND ended_at IS NULL',
    [tx.org, account, id, at],
  );

/** All sessions of an account but one; `except` null: all of them. */
export const endSessionsOf = (tx: Transaction, account: string, except: string | null, at: Date): Promise<number> =>
  tx.count(
    `UPDATE account_session SET ended_at = $4
     WHERE org_id = $1 AND account = $2 AND id IS DISTINCT FROM $3 AND ended_at IS NULL`,
    [tx.org, account, except, at],
  );

export type ListedSession = {
  readonly id: string;
  readonly factors: Factor[];
  readonly startedAt: Date;
  readonly usedAt: Date;
  readonly endsAt: Date;
  readonly address: string | null;
  readonly device: string | null;
};

export const listSessions = (tx: Transaction, account: string, now: Date): Promise<ListedSession[]> =>
  tx.rows(
    `SELECT id, factors, started_at AS "startedAt", used_at AS "usedAt", least(idle_until, ends_at) AS "endsAt", address, device
     FROM account_session
     WHERE org_id = $1 AND account = $2 AND ended_at IS NULL AND ends_at > $3 AND idle_until > $3
     ORDER BY started_at DESC, id`,
    [tx.org, account, now],
  );

export const factorsOf = async (tx: Transaction, id: string): Promise<Factor[]> =>
  (
    await tx.row<{ factors: Factor[] }>('SELECT factors FROM account_session WHERE org_id = $1 AND id = $2', [
      tx.org,
      id,
    ])
  )?.factors ?? [];
