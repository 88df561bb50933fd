import { tableName } from '@sallyport/core/feel';
import type { Transaction } from '../../platform/database/transaction.ts';
import { boundFrom, erasableKinds } from './erasable.ts';
import { placeSqlOf } from './place-sql.ts';

export type HeldCount = {
  readonly kind: string;
  readonly records: number;
  /** The last day from which a bound is counted; null while one of them has not ended. */
  readonly last: string | null;
};

/** What of each kind is held about one person. */
export async function countHeld(tx: Transaction, person: string): Promise<HeldCount[]> {
  const parts = erasableKinds.flatMap((erasable) => {
    const { joins, person: whose } = placeSqlOf(erasable.kind);
    if (whose === 'NULL::text') return [];
    const known = erasable.kind.name !== 'person';
    const who = known ? ` LEFT JOIN fact_person AS who ON who.org_id = fact.org_id AND who.id = ${whose}` : '';
    const from = boundFrom(erasable, known ? 'who.left_on' : null);
    return [
      `SELECT '${erasable.kind.name}' AS kind, count(*) AS records, CASE WHEN bool_and(${from} IS NOT NULL) THEN max(${from}) END AS last
       FROM ${tableName(erasable.kind.name)} AS fact${joins}${who} WHERE fact.org_id = $1 AND ${whose} = $2`,
    ];
  });
  const rows = await tx.rows<HeldCount>(parts.join('\nUNION ALL\n'), [tx.org, person]);
  return rows.filter(({ records }) => records > 0);
}
