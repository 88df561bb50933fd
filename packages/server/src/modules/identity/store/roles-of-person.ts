import type { Role } from '@sallyport/core/access';
import type { Transaction } from '../../../platform/database/transaction.ts';

/** The roles that the accounts of a person hold now. */
export const rolesOfPerson = (
  tx: Transaction,
  person: string,
  now: Date,
): Promise<{ readonly role: Role; readonly unit: string | null }[]> =>
  tx.rows(
    `SELECT held.role, held.unit FROM account AS a JOIN role_grant AS held ON held.org_id = $1 AND held.account = a.id
     WHERE a.org_id = $1 AND a.person = $2 AND held.ended_at IS NULL AND held.from_at <= $3 AND (held.until_at IS NULL OR held.until_at > $3)
     ORDER BY held.role, held.id`,
    [tx.org, person, now],
  );
