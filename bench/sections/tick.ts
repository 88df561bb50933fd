// The duty table: a full evaluation and write against a write of differences and against a tick, 100,000 trips, four rules.
import { parseDay } from '@sallyport/core/calendar';
import { differencesWrite, dutyTable, fullWrite, type Question, type RuleSql, tick } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import type { Client } from 'pg';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
import { loadRegister, prepareDatabase } from '../../packages/cli/src/sql/database.ts';
import { eachServer } from '../support/databases.ts';
import { load } from '../support/loaded.ts';
import { registerFolder, travelKinds } from '../support/register-folder.ts';
import { atMost, figure } from '../support/row.ts';

const { register, question } = await load(registerFolder(20_000, 100_000, travelKinds));
const on = (day: string): Question => ({ ...question, asOf: parseDay(day) ?? 0 });
const all = (write: (rule: Question['rules'][number]) => RuleSql): RuleSql[] => question.rules.map(write);

await eachServer(async (client, name) => {
  await prepareDatabase(client, calendars());
  await client.query(dutyTable);
  await loadRegister(client, register, 'bench');
  const full = await best(
    client,
    3,
    all((rule) => fullWrite(rule, question, vocabulary, 'bench')),
  );
  await run(
    client,
    all((rule) => fullWrite(rule, question, vocabulary, 'bench')),
  );
  await client.query('VACUUM ANALYZE duty');
  figure(`duty table on ${name}: full evaluation and write`, full, 'ms');

  // One row in a hundred is made stale, so that the write finds it.
  await client.query('UPDATE duty SET status = 5 WHERE hashtext(rule || subject) % 100 = 0');
  await client.query('VACUUM ANALYZE duty');
  const differences = await best(
    client,
    3,
    all((rule) => differencesWrite(rule, question, vocabulary, 'bench')),
  );
  figure(`duty table on ${name}: write of differences, 1 % changed`, differences, 'ms');
  atMost(`duty table on ${name}: differences against full`, differences / full, 'of 1', 0.25);
  const stale = await subjectsOf(client);
  const touched = await best(
    client,
    3,
    all((rule) => differencesWrite(rule, question, vocabulary, 'bench', stale)),
  );
  figure(
    `duty table on ${name}: differences of the ${stale.length} travellers touched alone, against full`,
    touched / full,
    'of 1',
  );
  await run(
    client,
    all((rule) => differencesWrite(rule, question, vocabulary, 'bench')),
  );

  // A thousandth of the rows is given a moment that has just passed.
  await client.query(
    'UPDATE duty SET status = 0, due = $1, closes = NULL, next_change = $1 WHERE hashtext(subject || rule) % 1000 = 0',
    [question.asOf],
  );
  await client.query('VACUUM ANALYZE duty');
  const ticked = all((rule) => tick(rule, on('2026-11-24'), 'bench'));
  figure(`duty table on ${name}: rows that a tick moves`, await run(client, ticked, true), 'duties');
  const clock = await best(client, 5, ticked);
  figure(`duty table on ${name}: tick`, clock, 'ms');
  atMost(`duty table on ${name}: tick against full`, clock / full, 'of 1', 1 / 30);
});

async function subjectsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ subject: string }>('SELECT DISTINCT subject FROM duty WHERE status = 5');
  return rows.map((row) => row.subject);
}

async function run(client: Client, statements: readonly RuleSql[], undo = false): Promise<number> {
  let rows = 0;
  await client.query('BEGIN');
  for (const { text, params } of statements) rows += (await client.query(text, [...params])).rowCount ?? 0;
  await client.query(undo ? 'ROLLBACK' : 'COMMIT');
  return rows;
}

async function best(client: Client, runs: number, statements: readonly RuleSql[]): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < runs; n++) {
    const start = performance.now();
    await run(client, statements, true);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
