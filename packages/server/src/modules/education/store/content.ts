import type { Transaction } from '../../../platform/database/transaction.ts';

export const keepContent = (
  tx: Transaction,
  one: {
    readonly hash: string;
    readonly course: string;
    readonly files: ReadonlyMap<string, string>;
    readonly at: Date;
  },
): Promise<number> =>
  tx.count(
    'INSERT INTO course_content (org_id, hash, course, files, kept_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [tx.org, one.hash, one.course, JSON.stringify(Object.fromEntries(one.files)), one.at],
  );

export const keptFiles = async (tx: Transaction, hash: string): Promise<Readonly<Record<string, string>> | null> =>
  (
    await tx.row<{ files: Record<string, string> }>(
      'SELECT files FROM course_content WHERE org_id = $1 AND hash = $2',
      [tx.org, hash],
    )
  )?.files ?? null;
