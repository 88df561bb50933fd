import type { Transaction } from '../../../platform/database/transaction.ts';

/** Until when what somebody completed counts, by topic; of what counts on that day alone. */
export const validByTopic = (
  tx: Transaction,
  person: string,
  today: string,
): Promise<{ readonly topic: string; readonly until: string }[]> =>
  tx.rows(
    `SELECT topic, max(valid_until) AS until FROM fact_completion
     WHERE org_id = $1 AND person = $2 AND completed_on <= $3::date AND valid_until > $3::date GROUP BY topic`,
    [tx.org, person, today],
  );
