import type { Correction } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';

/** What the organisation $1 confirmed, as the law is corrected by it; read together with its settings wherever duties are computed. */
export const correctionsSql = `SELECT coalesce(json_agg(json_build_object('clause', clause, 'number', number, 'heading', heading, 'gist', gist,
   'figures', figures, 'confirmed', json_build_object('by', json_build_array(coalesce(first_account, '—'), coalesce(second_account, '—')),
     'on', confirmed_on, 'citation', json_build_object('zh', citation, 'en', citation), 'textHash', text_hash)) ORDER BY clause), '[]')
 FROM clause_confirmation WHERE org_id = $1::text AND ended_at IS NULL`;

export async function readCorrections(tx: Transaction): Promise<readonly Correction[]> {
  const row = await tx.row<{ corrections: readonly Correction[] }>(`SELECT (${correctionsSql}) AS corrections`, [
    tx.org,
  ]);
  return row?.corrections ?? [];
}

/** When the text that was read is of; null where the organisation itself confirmed nothing of the clause. */
export const confirmationOf = (
  tx: Transaction,
  clause: string,
): Promise<{ readonly id: string; readonly textOn: string } | null> =>
  tx.row(
    'SELECT id, text_on AS "textOn" FROM clause_confirmation WHERE org_id = $1 AND clause = $2 AND ended_at IS NULL',
    [tx.org, clause],
  );

export type NewConfirmation = Correction & {
  readonly id: string;
  readonly citation: string;
  readonly textOn: string;
  readonly reason: string;
  readonly at: Date;
  readonly first: string;
  readonly second: string | null;
};

export const insertConfirmation = (tx: Transaction, one: NewConfirmation): Promise<number> =>
  tx.count(
    `INSERT INTO clause_confirmation (org_id, id, clause, number, heading, gist, figures, citation, text_on, text_hash, reason,
       confirmed_on, confirmed_at, first_account, second_account)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tx.org,
      one.id,
      one.clause,
      one.number,
      jsonOrNull(one.heading),
      jsonOrNull(one.gist),
      JSON.stringify(one.figures),
      one.citation,
      one.textOn,
      one.confirmed.textHash,
      one.reason,
      one.confirmed.on,
      one.at,
      one.first,
      one.second,
    ],
  );

const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Whether there was one to end. */
export const endConfirmationOf = async (
  tx: Transaction,
  clause: string,
  { at, first, second, reason }: Pick<NewConfirmation, 'at' | 'first' | 'second' | 'reason'>,
): Promise<boolean> =>
  (await tx.count(
    `UPDATE clause_confirmation SET ended_at = $3, ended_first = $4, ended_second = $5, ended_reason = $6
     WHERE org_id = $1 AND clause = $2 AND ended_at IS NULL`,
    [tx.org, clause, at, first, second, reason],
  )) === 1;
