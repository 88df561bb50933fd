import { type Question, type RuleSql, reachesOf, touchedSql } from '@sallyport/core/duties';
import { tableName } from '@sallyport/core/feel';
import type { Rule } from '@sallyport/core/law';
import type { Client } from 'pg';

/** What happens to one fact in a hundred of each kind: a plan or a record is corrected. */
const corrections: ReadonlyMap<string, string> = new Map([
  ['trip', 'departs_on = departs_on + 3'],
  ['traveller', 'withdrawn_on = CASE WHEN withdrawn_on IS NULL THEN added_on + 1 END'],
  ['completion', 'completed_on = completed_on - 30, happened_on = happened_on - 30'],
  ['checkIn', 'received_on = received_on - 2, happened_on = happened_on - 2'],
  ['debrief', 'held_on = held_on - 2, happened_on = happened_on - 2'],
  ['waiver', 'until = until - 400'],
]);

export type Changed = ReadonlyMap<string, readonly string[]>;

export async function oneInAHundred(client: Client): Promise<Changed> {
  const changed = new Map<string, string[]>();
  for (const kind of corrections.keys()) {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM ${tableName(kind)} WHERE hashtext(id || 'change') % 100 = 0`,
    );
    changed.set(
      kind,
      rows.map(({ id }) => id),
    );
  }
  return changed;
}

export async function correct(client: Client, changed: Changed): Promise<void> {
  for (const [kind, ids] of changed)
    await client.query(`UPDATE ${tableName(kind)} SET ${corrections.get(kind)} WHERE id = ANY ($1)`, [ids]);
}

/** Adds the subjects that the changed facts touch, rule by rule, as the database has them now: as a server does before and after. */
export async function addTouched(
  client: Client,
  question: Question,
  changed: Changed,
  touched: Map<Rule, Set<string>>,
): Promise<void> {
  for (const [kind, ids] of changed) {
    const reaches = reachesOf(question.rules, kind);
    const statement: RuleSql | null = touchedSql(reaches, kind, ids, 'bench');
    if (statement === null) continue;
    const { rows } = await client.query<[number, string]>({
      text: statement.text,
      values: [...statement.params],
      rowMode: 'array',
    });
    for (const [reach, subject] of rows) {
      for (const rule of reaches[reach]?.rules ?? []) {
        const subjects = touched.get(rule) ?? new Set();
        touched.set(rule, subjects.add(subject));
      }
    }
  }
}
