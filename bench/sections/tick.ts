// The duty table, 100,000 trips, four rules: a full evaluation and write against what changed facts, a new revision and time cost.
import { parseDay } from '@sallyport/core/calendar';
import {
  differencesWrite,
  dutyRows,
  dutyTable,
  fullWrite,
  type Question,
  type RuleSql,
  tick,
  tickRemainder,
} from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import type { Rule } from '@sallyport/core/law';
import type { Client } from 'pg';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
import { loadRegister, prepareDatabase } from '../../packages/cli/src/sql/database.ts';
import { addTouched, correct, oneInAHundred } from '../support/corrections.ts';
import { eachServer, timesOf } from '../support/databases.ts';
import { load } from '../support/loaded.ts';
import { registerFolder, travelKinds } from '../support/register-folder.ts';
import { atMost, figure } from '../support/row.ts';

const { register, question } = await load(registerFolder(20_000, 100_000, travelKinds));
const tomorrow: Question = { ...question, asOf: parseDay('2026-11-24') ?? 0 };
const all = (write: (rule: Rule) => RuleSql): RuleSql[] => question.rules.map(write);
const runs = 4;

await eachServer(async (client, name) => {
  await prepareDatabase(client, calendars());
  await client.query(dutyTable);
  await loadRegister(client, register, 'bench');
  const writes = all((rule) => fullWrite(rule, question, vocabulary, 'bench'));
  const full = await best(client, runs, writes);
  await run(client, writes);
  await client.query('VACUUM ANALYZE');
  await same(client, question);
  figure(`duty table on ${name}: full evaluation and write`, full, 'ms');
  await changedFacts(client, name, full);
  await wholeRules(client, name, full);
  await passingTime(client, name, full);
});

/** One fact in a hundred changes: the touched subjects are derived before and after, evaluated, and what differs is written. */
async function changedFacts(client: Client, name: string, full: number): Promise<void> {
  const changed = await oneInAHundred(client);
  let least = Number.POSITIVE_INFINITY;
  let duties = 0;
  for (let n = 0; n < runs; n++) {
    const touched = new Map<Rule, Set<string>>();
    await client.query('BEGIN');
    let start = performance.now();
    await addTouched(client, question, changed, touched);
    const before = performance.now() - start;
    await correct(client, changed);
    start = performance.now();
    await addTouched(client, question, changed, touched);
    for (const [rule, subjects] of touched) {
      const { text, params } = differencesWrite(rule, question, vocabulary, 'bench', [...subjects]);
      await client.query(text, [...params]);
    }
    least = Math.min(least, before + performance.now() - start);
    duties = [...touched.values()].reduce((sum, { size }) => sum + size, 0);
    if (n === 0) await same(client, question);
    await client.query('ROLLBACK');
  }
  const facts = [...changed.values()].reduce((sum, { length }) => sum + length, 0);
  await client.query('VACUUM ANALYZE');
  figure(`duty table on ${name}: ${facts} facts of 1 % changed, duties touched`, duties, 'duties');
  figure(`duty table on ${name}: 1 % of facts changed, touched, evaluated, differences written`, least, 'ms');
  atMost(`duty table on ${name}: 1 % of facts changed, against full`, least / full, 'of 1', 0.25);
}

/** As after a new revision: every subject is evaluated, and one stored row in a hundred is found to differ. */
async function wholeRules(client: Client, name: string, full: number): Promise<void> {
  await client.query('UPDATE duty SET status = 5 WHERE hashtext(rule || subject) % 100 = 0');
  await client.query('VACUUM ANALYZE duty');
  const writes = all((rule) => differencesWrite(rule, question, vocabulary, 'bench'));
  const differences = await best(client, runs, writes);
  const [evaluation = 0] = await timesOf(client, [all((rule) => dutyRows(rule, question, vocabulary, 'bench'))], runs);
  figure(`duty table on ${name}: whole rules evaluated, 1 % of rows differ, against full`, differences / full, 'of 1');
  figure(`duty table on ${name}: evaluation alone, against full`, evaluation / full, 'of 1');
  await run(client, writes);
  await same(client, question);
}

async function passingTime(client: Client, name: string, full: number): Promise<void> {
  const ticked = all((rule) => tick(rule, tomorrow, 'bench'));
  await client.query('BEGIN');
  for (const rule of question.rules) {
    await query(client, tick(rule, tomorrow, 'bench'));
    const { rows } = await query(client, tickRemainder(rule, tomorrow, 'bench'));
    const subjects = rows.map((row: { subject: string }) => row.subject);
    await query(client, differencesWrite(rule, tomorrow, vocabulary, 'bench', subjects));
  }
  await same(client, tomorrow);
  await client.query('ROLLBACK');

  // A thousandth of the rows is given a moment that has just passed.
  await client.query(
    'UPDATE duty SET status = 0, due = $1, closes = NULL, next_change = $1 WHERE hashtext(subject || rule) % 1000 = 0',
    [question.asOf],
  );
  await client.query('VACUUM ANALYZE duty');
  figure(`duty table on ${name}: rows that a tick moves`, await run(client, ticked, true), 'duties');
  const clock = await best(client, 5, ticked);
  figure(`duty table on ${name}: tick`, clock, 'ms');
  atMost(`duty table on ${name}: tick against full`, clock / full, 'of 1', 1 / 30);
}

/** A figure whose rows are not those of a full evaluation is none. */
async function same(client: Client, of: Question): Promise<void> {
  for (const rule of of.rules) {
    const { text, params } = dutyRows(rule, of, vocabulary, 'bench');
    const values = [...params, rule.id];
    const { rows } = await client.query({
      text: `WITH fresh AS MATERIALIZED (${text}), stored AS (SELECT * FROM duty WHERE rule = $${values.length})
SELECT count(*)::int AS differing FROM ((TABLE fresh EXCEPT TABLE stored) UNION ALL (TABLE stored EXCEPT TABLE fresh)) AS other`,
      values,
    });
    if (rows[0].differing !== 0) throw new Error(`${rule.id}: ${rows[0].differing} rows are not as evaluated`);
  }
}

function query(client: Client, { text, params }: RuleSql) {
  return client.query(text, [...params]);
}

async function run(client: Client, statements: readonly RuleSql[], undo = false): Promise<number> {
  let rows = 0;
  await client.query('BEGIN');
  for (const statement of statements) rows += (await query(client, statement)).rowCount ?? 0;
  await client.query(undo ? 'ROLLBACK' : 'COMMIT');
  return rows;
}

async function best(client: Client, times: number, statements: readonly RuleSql[]): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    await run(client, statements, true);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
