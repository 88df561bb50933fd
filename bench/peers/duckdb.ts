import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { formatDay } from '@sallyport/core/calendar';
import type { Question } from '@sallyport/core/duties';
import { fourRuleIds } from '../support/four-rules.ts';
import { settingsOf } from './settings.ts';

/** DuckDB on one thread, in memory, with the register folder's files loaded under dense integer keys in the order of their ids. */
export async function openDuckDb(folder: string, question: Question): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const asOf = formatDay(question.asOf);
  const rows = (kind: string, columns: string): string =>
    `(SELECT row_number() OVER (ORDER BY id) - 1 AS n, * FROM read_json('${join(folder, `${kind}.jsonl`)}', format = 'newline_delimited', columns = {id: 'VARCHAR', ${columns}}))`;
  const statements = [
    `CREATE TABLE trip AS SELECT n, id, kind, abroad, emergency, "createdOn" AS created, "submittedOn" AS submitted, "departsOn" AS departs, "departedOn" AS departed, "returnedOn" AS returned, "cancelledOn" AS cancelled
      FROM ${rows('trip', "kind: 'VARCHAR', abroad: 'BOOLEAN', emergency: 'BOOLEAN', createdOn: 'DATE', submittedOn: 'DATE', departsOn: 'DATE', departedOn: 'DATE', returnedOn: 'DATE', cancelledOn: 'DATE'")}`,
    `CREATE TABLE person AS SELECT n, id FROM ${rows('person', "unit: 'VARCHAR'")}`,
    `CREATE TABLE traveller AS SELECT s.n, s.id, t.n AS trip, p.n AS person, "addedOn" AS added, "withdrawnOn" AS withdrawn
      FROM ${rows('traveller', "trip: 'VARCHAR', person: 'VARCHAR', addedOn: 'DATE', withdrawnOn: 'DATE'")} s JOIN trip t ON t.id = s.trip JOIN person p ON p.id = s.person ORDER BY s.n`,
    `CREATE TABLE completion AS SELECT s.n, p.n AS person, topic, "completedOn" AS completed, "validUntil" AS valid_until
      FROM ${rows('completion', "person: 'VARCHAR', topic: 'VARCHAR', completedOn: 'DATE', validUntil: 'DATE'")} s JOIN person p ON p.id = s.person ORDER BY p.n, completed`,
    `CREATE TABLE check_in AS SELECT s.n, t.n AS traveller, "receivedOn" AS received FROM ${rows('checkIn', "traveller: 'VARCHAR', receivedOn: 'DATE'")} s JOIN traveller t ON t.id = s.traveller ORDER BY t.n`,
    `CREATE TABLE debrief AS SELECT s.n, t.n AS traveller, "heldOn" AS held FROM ${rows('debrief', "traveller: 'VARCHAR', heldOn: 'DATE'")} s JOIN traveller t ON t.id = s.traveller ORDER BY t.n`,
    `CREATE TABLE waived AS SELECT DISTINCT t.n AS subject FROM ${rows('waiver', "rule: 'VARCHAR', subject: 'VARCHAR', grantedOn: 'DATE', until: 'DATE'")} w JOIN traveller t ON t.id = w.subject
      WHERE w.rule = '${fourRuleIds[1]}' AND "grantedOn" <= DATE '${asOf}' AND "until" > DATE '${asOf}'`,
  ];
  for (const statement of statements) await connection.run(statement);
  return connection;
}

/** The statement with its settings in their places. */
export function duckDbStatement(question: Question): string {
  const values: Record<string, string> = { asOf: `DATE '${formatDay(question.asOf)}'` };
  for (const [name, value] of Object.entries(settingsOf(question))) values[name] = String(value);
  question.rules.forEach((rule, index) => (values[`from${index}`] = `DATE '${formatDay(rule.from)}'`));
  const text = readFileSync(new URL('four-rules.duckdb.sql', import.meta.url), 'utf8');
  return text.replaceAll(/\$([A-Za-z]+\d?)/g, (_, name: string) => values[name] ?? name).replaceAll(/^--.*$/gm, '');
}
