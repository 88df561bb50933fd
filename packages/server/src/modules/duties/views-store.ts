import type { z } from 'zod';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { dutyViews } from './bulk-contract.ts';

type View = z.output<typeof dutyViews.output>['views'][number];

export const viewsOf = (tx: Transaction, account: string): Promise<View[]> =>
  tx.rows<View>(
    'SELECT id, name, search FROM duty_view WHERE org_id = $1::text AND account = $2::text ORDER BY name, id',
    [tx.org, account],
  );

export const keepView = (tx: Transaction, account: string, { id, name, search }: View, at: Date): Promise<number> =>
  tx.count(
    `INSERT INTO duty_view (org_id, id, account, name, search, saved_at) VALUES ($1::text, $2::text, $3::text, $4::text, $5::jsonb, $6)
     ON CONFLICT (org_id, id) DO UPDATE SET name = excluded.name, search = excluded.search, saved_at = excluded.saved_at`,
    [tx.org, id, account, name, JSON.stringify(search), at],
  );

export const dropView = (tx: Transaction, account: string, id: string): Promise<number> =>
  tx.count('DELETE FROM duty_view WHERE org_id = $1::text AND account = $2::text AND id = $3::text', [
    tx.org,
    account,
    id,
  ]);
