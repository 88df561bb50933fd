import type { Transaction } from '../../platform/database/transaction.ts';

export type Tenant = { readonly org: string; readonly routing: string; readonly demo: boolean };

/** Whether it was new. */
export async function insertTenant(tx: Transaction, { org, routing, demo }: Tenant, madeAt: Date): Promise<boolean> {
  const inserted = await tx.count(
    'INSERT INTO tenant (org_id, routing, demo, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [org, routing, demo, madeAt],
  );
  return inserted === 1;
}

export const listTenants = (tx: Transaction): Promise<Tenant[]> =>
  tx.rows<Tenant>('SELECT org_id AS org, routing, demo FROM tenant ORDER BY created_at, org_id');

export const isDemo = async (tx: Transaction): Promise<boolean> =>
  (await tx.rows<{ demo: boolean }>('SELECT demo FROM tenant WHERE org_id = $1', [tx.org]))[0]?.demo ?? false;

/** The organisation's public name among others: the first part of its links, and of the codes on its papers. */
export const routingOf = async (tx: Transaction): Promise<string | null> =>
  (await tx.row<{ routing: string }>('SELECT routing FROM tenant WHERE org_id = $1', [tx.org]))?.routing ?? null;
