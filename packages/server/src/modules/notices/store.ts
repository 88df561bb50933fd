import type { Transaction } from '../../platform/database/transaction.ts';
import type { MailTemplate } from '../../platform/mail/letter.ts';
import type { Language } from '../../platform/words/words.ts';

export type Address = { readonly address: string; readonly language: Language | null };

export const addressOf = (tx: Transaction, account: string): Promise<Address | null> =>
  tx.row('SELECT address, language FROM mail_address WHERE org_id = $1 AND account = $2', [tx.org, account]);

export const keepAddress = (
  tx: Transaction,
  account: string,
  { address, language }: Address,
  at: Date,
): Promise<number> =>
  tx.count(
    `INSERT INTO mail_address (org_id, account, address, language, set_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (org_id, account) DO UPDATE SET address = excluded.address, language = excluded.language, set_at = excluded.set_at`,
    [tx.org, account, address, language, at],
  );

export const dropAddress = (tx: Transaction, account: string): Promise<number> =>
  tx.count('DELETE FROM mail_address WHERE org_id = $1 AND account = $2', [tx.org, account]);

export type Mail = {
  readonly id: string;
  readonly account: string;
  readonly template: MailTemplate;
  readonly address: string | null;
  readonly language: Language | null;
  /** Sealed. */
  readonly link: Buffer | null;
};

/** `leavesAt`: when the quiet hours end that it is kept for. */
export const insertMail = (
  tx: Transaction,
  mail: Mail & { readonly leavesAt: Date | null },
  at: Date,
): Promise<number> =>
  tx.count(
    `INSERT INTO mail (org_id, id, account, template, address, language, link, state, made_at, leaves_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $9)`,
    [tx.org, mail.id, mail.account, mail.template, mail.address, mail.language, mail.link, at, mail.leavesAt],
  );

/** Of the letters whose quiet hours are over, the earliest; gives which. */
export const release = async (tx: Transaction, now: Date, limit: number): Promise<string[]> => {
  const rows = await tx.rows<{ readonly id: string }>(
    `UPDATE mail SET leaves_at = NULL WHERE org_id = $1 AND id IN (
       SELECT id FROM mail WHERE org_id = $1 AND leaves_at <= $2 ORDER BY leaves_at LIMIT $3::int FOR UPDATE) RETURNING id`,
    [tx.org, now, limit],
  );
  return rows.map(({ id }) => id).toSorted();
};

export const waitingMail = (tx: Transaction, id: string): Promise<Mail | null> =>
  tx.row(
    `SELECT id, account, template, address, language, link FROM mail WHERE org_id = $1 AND id = $2 AND state = 'waiting'`,
    [tx.org, id],
  );

/** It has left: what it took to leave is forgotten. */
export const settleMail = (tx: Transaction, id: string, state: 'sent' | 'handed-on', at: Date): Promise<number> =>
  tx.count(
    `UPDATE mail SET state = $3, settled_at = $4, address = NULL, link = NULL, code = NULL, leaves_at = NULL
     WHERE org_id = $1 AND id = $2 AND state IN ('waiting', 'kept', 'refused')`,
    [tx.org, id, state, at],
  );

export const noteHandover = (tx: Transaction, id: string, handover: string): Promise<number> =>
  tx.count('UPDATE mail SET handover = $3 WHERE org_id = $1 AND id = $2', [tx.org, id, handover]);

export const setAside = (
  tx: Transaction,
  id: string,
  state: 'kept' | 'refused',
  code: string | null,
): Promise<number> =>
  tx.count(`UPDATE mail SET state = $3, code = $4 WHERE org_id = $1 AND id = $2 AND state = 'waiting'`, [
    tx.org,
    id,
    state,
    code,
  ]);

/** Back among what is to be sent: one letter, or of all that were set aside the earliest; gives which. */
export const waitAgain = async (tx: Transaction, letter: string | null, limit: number): Promise<string[]> => {
  const rows = await tx.rows<{ readonly id: string }>(
    `UPDATE mail SET state = 'waiting', code = NULL WHERE org_id = $1 AND id IN (
       SELECT id FROM mail WHERE org_id = $1 AND state IN ('kept', 'refused') AND ($2::text IS NULL OR id = $2)
       ORDER BY id LIMIT $3::int FOR UPDATE) RETURNING id`,
    [tx.org, letter, limit],
  );
  return rows.map(({ id }) => id).toSorted();
};

export const mailExists = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.row('SELECT id FROM mail WHERE org_id = $1 AND id = $2', [tx.org, id])) !== null;

export type Outgoing = Mail & {
  readonly name: string;
  readonly person: string | null;
  readonly state: 'waiting' | 'kept' | 'refused';
  readonly code: string | null;
  readonly madeAt: Date;
};

/** Newest first, as ids are in the order of time; one more than asked for. */
export const listOutbox = (tx: Transaction, before: string | null, limit: number): Promise<Outgoing[]> =>
  tx.rows(
    `SELECT mail.id, mail.account, mail.template, mail.address, mail.language, mail.link, mail.state, mail.code,
       mail.made_at AS "madeAt", account.name, account.person
     FROM mail JOIN account ON account.org_id = $1 AND account.id = mail.account
     WHERE mail.org_id = $1 AND mail.state IN ('waiting', 'kept', 'refused') AND ($2::text IS NULL OR mail.id < $2 COLLATE "C")
     ORDER BY mail.id DESC LIMIT $3::int`,
    [tx.org, before, limit + 1],
  );
