import { type Day, endOfDay, formatDay } from '@sallyport/core/calendar';
import { vocabulary } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Engine } from './engine.ts';
import type { Evaluation } from './evaluation.ts';
import { differencesOf } from './impact.ts';
import { readPolicy } from './store.ts';
import { enoughPersons } from './suppress.ts';
import { countBetween } from './today-store.ts';

const [table, column] = [tableName('organisation'), columnName('programmeStartedOn')];
const columns = Object.keys(vocabulary.kinds.get('organisation')?.fields ?? {}).map(columnName);

/**
 * Impact of another programme start: what the rules that read it make of it, and how many duties would be told apart as backlog, or no
 * longer would. Those stay owed and counted (DESIGN, backlog).
 */
export async function startImpact(
  tx: Transaction,
  { engine: base, offset }: { readonly engine: Engine; readonly offset: number },
  today: Day,
  start: Day,
) {
  const own = await tx.row<{ id: string; day: string | null }>(
    `SELECT id, ${column} AS day FROM ${table} WHERE org_id = $1::text ORDER BY id LIMIT 1`,
    [tx.org],
  );
  if (own === null) return null;
  const { engine, settings } = base.own(await readPolicy(tx));
  const asked = { org: tx.org, subjects: [], day: today, now: endOfDay(today, offset) };
  const touched = (id: string): boolean => engine.evaluate([id], settings, true).text.includes(column);
  const { output, persons } = await differencesOf(tx, engine, asked, touched, (rules) => {
    const before = engine.evaluate(rules, settings, true);
    return [before, startedOn(before, start)];
  });
  const [was, is] = [own.day ?? '-infinity', formatDay(start)];
  const shifted = async (from: string, to: string): Promise<number | null> =>
    from < to || from === '-infinity' ? enoughPersons(await countBetween(tx, today, from, to)) : 0;
  return {
    output: {
      ...output,
      organisation: own.id,
      start: own.day,
      toBacklog: await shifted(was, is),
      fromBacklog: was === '-infinity' ? 0 : await shifted(is, was),
    },
    persons,
  };
}

/** The same statement over an organisation that began on another day: within it the name of the table stands for the changed rows. */
function startedOn({ text, params }: Evaluation, start: Day): Evaluation {
  const first = `one.id = (SELECT id FROM ${table} AS first WHERE first.org_id = one.org_id ORDER BY id LIMIT 1)`;
  const changed = columns.map((name) =>
    name === column
      ? `CASE WHEN ${first} THEN DATE '${formatDay(start)}' ELSE one.${name} END AS ${name}`
      : `one.${name}`,
  );
  return {
    text: `WITH ${table} AS (SELECT one.org_id, one.id, one.happened_on, ${changed.join(', ')} FROM ${table} AS one) SELECT * FROM (${text}) AS started`,
    params,
  };
}
