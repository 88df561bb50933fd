import type { Transaction } from '../../../platform/database/transaction.ts';

/** Whose data an account was shown between two moments, to the day. */
export async function shownTo(tx: Transaction, viewer: string, from: Date, until: Date): Promise<string[]> {
  const rows = await tx.rows<{ person: string }>(
    'SELECT DISTINCT person FROM seen WHERE org_id = $1 AND viewer = $2 AND day BETWEEN $3::date AND $4::date ORDER BY person',
    [tx.org, viewer, from, until],
  );
  return rows.map(({ person }) => person);
}
