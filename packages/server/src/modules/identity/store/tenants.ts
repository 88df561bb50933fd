import type { Transaction } from '../../../platform/database/transaction.ts';

/** The organisations of the installation by the first part of their bearer secrets. */
export const listTenants = (tx: Transaction): Promise<{ org: string; routing: string }[]> =>
  tx.rows('SELECT org_id AS org, routing FROM tenant ORDER BY created_at, org_id');
