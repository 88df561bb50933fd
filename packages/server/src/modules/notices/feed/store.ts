import type { Transaction } from '../../../platform/database/transaction.ts';

export type Feed = {
  readonly id: string;
  readonly label: string;
  readonly language: 'zh' | 'en';
  readonly handover: string;
  readonly madeOn: string;
  readonly usedOn: string | null;
};

const columns = `feed.id, feed.label, feed.language, feed.handover, feed.made_on::text AS "madeOn", feed.used_on::text AS "usedOn"`;

/** Whoever opens one takes this lock first, so that two at once do not pass the bound. */
export const lockFeedsOf = (tx: Transaction, account: string): Promise<{ readonly id: string } | null> =>
  tx.row('SELECT id FROM account WHERE org_id = $1 AND id = $2 FOR UPDATE', [tx.org, account]);

export const feedsOf = (tx: Transaction, account: string): Promise<Feed[]> =>
  tx.rows(
    `SELECT ${columns} FROM calendar_feed AS feed WHERE feed.org_id = $1 AND feed.account = $2 AND feed.ended_on IS NULL ORDER BY feed.id`,
    [tx.org, account],
  );

export type NewFeed = Omit<Feed, 'usedOn'> & { readonly account: string; readonly hash: string };

export const insertFeed = (tx: Transaction, feed: NewFeed): Promise<number> =>
  tx.count(
    `INSERT INTO calendar_feed (org_id, id, account, label, language, hash, handover, made_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8::date)`,
    [tx.org, feed.id, feed.account, feed.label, feed.language, feed.hash, feed.handover, feed.madeOn],
  );

export const endFeed = (tx: Transaction, account: string, id: string, day: string): Promise<number> =>
  tx.count(
    'UPDATE calendar_feed SET ended_on = $4::date WHERE org_id = $1 AND account = $2 AND id = $3 AND ended_on IS NULL',
    [tx.org, account, id, day],
  );

/** The open feed of an address, with the person who opened it. */
export const feedByHash = (tx: Transaction, hash: string): Promise<(Feed & { readonly person: string }) | null> =>
  tx.row(
    `SELECT ${columns}, account.person FROM calendar_feed AS feed
     JOIN account ON account.org_id = $1 AND account.id = feed.account AND account.status = 'active' AND account.person IS NOT NULL
     WHERE feed.org_id = $1 AND feed.hash = $2 AND feed.ended_on IS NULL`,
    [tx.org, hash],
  );

export const noteFeedUse = (tx: Transaction, id: string, day: string): Promise<number> =>
  tx.count('UPDATE calendar_feed SET used_on = $3::date WHERE org_id = $1 AND id = $2', [tx.org, id, day]);
