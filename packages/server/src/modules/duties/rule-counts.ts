import { type Day, formatDay } from '@sallyport/core/calendar';
import { statusCode, statusCodes } from '@sallyport/core/duties';
import type { Transaction } from '../../platform/database/transaction.ts';
import { isOpen } from './duty-row.ts';
import { enoughPersons } from './suppress.ts';

type Row = {
  readonly rule: string;
  readonly open: number;
  readonly openPersons: number;
  readonly settled: number;
  readonly settledPersons: number;
  readonly persons: number;
};

const openCodes = statusCodes.flatMap((_, status) => (isOpen({ status }) ? [status] : []));

/** How many duties of each rule are open, of all that are not void. */
export async function countsOfRules(tx: Transaction, today: Day, rules: readonly string[]) {
  const rows = await tx.rows<Row>(
    `SELECT rule, count(*) FILTER (WHERE status = ANY ($4::smallint[]))::int AS open,
       count(DISTINCT person) FILTER (WHERE status = ANY ($4::smallint[]))::int AS "openPersons",
       count(*) FILTER (WHERE status <> ALL ($4::smallint[]))::int AS settled,
       count(DISTINCT person) FILTER (WHERE status <> ALL ($4::smallint[]))::int AS "settledPersons",
       count(DISTINCT person)::int AS persons
     FROM duty WHERE org_id = $1::text AND rule = ANY ($2::text[]) AND period <= $3::date AND status <> $5::smallint GROUP BY rule`,
    [tx.org, rules, formatDay(today), openCodes, statusCode('void')],
  );
  return rows.map(({ rule, open, openPersons, settled, settledPersons, persons }) => {
    const all = enoughPersons({ duties: open + settled, persons });
    const others = enoughPersons({ duties: settled, persons: settledPersons });
    const shown = enoughPersons({ duties: open, persons: openPersons });
    // What is left out of one number could be had from the other two.
    return { rule, all, open: all === null || others === null ? null : shown };
  });
}
