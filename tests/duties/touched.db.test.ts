import { parseDay } from '@sallyport/core/calendar';
import {
  columnType,
  differencesWrite,
  dutyRows,
  dutyTable,
  fullWrite,
  questionOf,
  Relations,
  type RuleSql,
  reachesOf,
  reversePathsOf,
  touchedSql,
  touchedSubjects,
} from '@sallyport/core/duties';
import { type Field, tableOf, vocabulary } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import type { Rule } from '@sallyport/core/law';
import type { Client } from 'pg';
import { expect, test } from 'vitest';
import { calendars, lawOf } from '../../packages/cli/src/law/read-packs.ts';
import { readRegister } from '../../packages/cli/src/register/read-folder.ts';
import { loadRegister, prepareDatabase } from '../../packages/cli/src/sql/database.ts';
import { eachDatabase } from '../support/databases.ts';
import { type Change, changesOf } from './changes.ts';

const law = lawOf();
const asOf = parseDay('2026-11-23') ?? 0;
const { register } = await readRegister(new URL('../../packages/cli/demo', import.meta.url).pathname);
const question = questionOf(law, register, asOf, calendars());
const changes = [...changesOf(register)];

/** Every rule with the subjects that a fact touches, as the database has them now. */
async function touchedIn(client: Client, { kind, id }: Change): Promise<Map<Rule, Set<string>>> {
  const reaches = reachesOf(law.rules, kind.name);
  const touched = new Map<Rule, Set<string>>();
  const statement = touchedSql(reaches, kind.name, [id], 'o');
  if (statement === null) return touched;
  for (const row of (await run(client, statement)).rows as { reach: number; subject: string }[]) {
    for (const rule of reaches[row.reach]?.rules ?? [])
      touched.set(rule, (touched.get(rule) ?? new Set()).add(row.subject));
  }
  return touched;
}

const run = (client: Client, { text, params }: RuleSql) => client.query({ text, values: [...params] });

async function apply(client: Client, { kind, field, id, value }: Change): Promise<void> {
  const declared = kind.fields[field] as Field;
  const type = columnType(declared).replace(' COLLATE "C"', '');
  const cell = declared.type === 'instant' ? String(Date.parse(String(value)) * 1000) : value;
  const happened = kind.happened === field ? `, happened_on = $3::${type}` : '';
  await client.query(
    `UPDATE ${tableName(kind.name)} SET ${columnName(field)} = $3::${type}${happened} WHERE org_id = $1 AND id = $2`,
    ['o', id, cell],
  );
}

eachDatabase((database) => {
  test('the database finds the touched subjects that memory finds, before and after a change of each field', async () => {
    const { client } = database;
    await prepareDatabase(client, calendars());
    await loadRegister(client, register, 'o');
    const relations = new Relations(register);
    const paths = new Map(law.rules.map((rule) => [rule, reversePathsOf(rule, law.rules)]));
    const inMemory = (rule: Rule, { kind, row }: Change, of: typeof register, along: Relations): string[] =>
      [...touchedSubjects(paths.get(rule) ?? new Map(), kind.name, row, of, along)]
        .map((subject) => tableOf(of, rule.subject).ids[subject] ?? '')
        .toSorted();
    let found = 0;
    for (const change of changes) {
      if (['waiver', 'reviewDecision'].includes(change.kind.name)) continue;
      const before = await touchedIn(client, change);
      await client.query('BEGIN');
      await apply(client, change);
      const after = await touchedIn(client, change);
      await client.query('ROLLBACK');
      const then = new Relations(change.after);
      for (const rule of law.rules) {
        const name = `${rule.id}: ${change.kind.name}.${change.field}`;
        expect([...(before.get(rule) ?? [])].toSorted(), name).toEqual(inMemory(rule, change, register, relations));
        expect([...(after.get(rule) ?? [])].toSorted(), name).toEqual(inMemory(rule, change, change.after, then));
        found += before.get(rule)?.size ?? 0;
      }
    }
    expect(found).toBeGreaterThan(1000);
  }, 300_000);

  test('writing the differences of the touched subjects leaves the table as a full evaluation has it', async () => {
    const { client } = database;
    await client.query(dutyTable);
    for (const rule of law.rules) await run(client, fullWrite(rule, question, vocabulary, 'o'));
    await client.query('ANALYZE duty');
    // Waivers and reviews, which name their duty, and a seventh of the other changes: one after another, none taken back.
    const some = changes.filter(
      ({ kind }, index) => ['waiver', 'reviewDecision'].includes(kind.name) || index % 7 === 0,
    );
    let written = 0;
    for (const change of some) {
      const before = await touchedIn(client, change);
      await apply(client, change);
      const after = await touchedIn(client, change);
      for (const rule of new Set([...before.keys(), ...after.keys()])) {
        const subjects = [...new Set([...(before.get(rule) ?? []), ...(after.get(rule) ?? [])])];
        written += (await run(client, differencesWrite(rule, question, vocabulary, 'o', subjects))).rowCount ?? 0;
      }
    }
    expect(written).toBeGreaterThan(20);
    for (const rule of law.rules) {
      const fresh = dutyRows(rule, question, vocabulary, 'o');
      const values = [...fresh.params, rule.id];
      const { rows } = await client.query({
        text: `(${fresh.text} EXCEPT SELECT * FROM duty) UNION ALL (SELECT * FROM duty WHERE rule = $${values.length} EXCEPT ${fresh.text})`,
        values,
      });
      expect(rows, rule.id).toEqual([]);
    }
  }, 300_000);
});
