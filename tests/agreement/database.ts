import type { Client } from 'pg';
import type { Rule, Status } from '../../packages/core/src/law/index.ts';
import { cn } from '../support/feel.ts';
import { vocabularyIn } from './back-ends.ts';
import { type Asked, type Line, lineOf } from './cases.ts';
import type { Engine } from './engine.ts';
import { kinds } from './vocabulary.ts';

/** Tables and functions for the test's own vocabulary, in the current schema. */
export async function prepareTables(client: Client, engine: Engine): Promise<void> {
  await client.query(engine.feel.sqlFunctions);
  await client.query(engine.duties.factTables(engine.facts.vocabularyOf(kinds)));
  for (const { text, params } of engine.feel.calendarStatements(cn)) await client.query(text, [...params]);
  // Registers here are small and many statements run once: planning is what costs.
  await client.query('SET jit = off; SET plan_cache_mode = force_generic_plan');
}

/** Puts a register into the tables as an organisation of its own. */
export async function load(client: Client, engine: Engine, { register }: Asked, organisation: string): Promise<void> {
  await client.query('BEGIN');
  for (const [name, { ids }] of register.tables) {
    if (ids.length === 0) continue;
    for (const statement of engine.duties.insertStatements(register, name, organisation)) await client.query(statement);
  }
  await client.query('COMMIT');
}

type Row = {
  subject: string;
  period: string | null;
  status: number;
  due: string | null;
  met_on: string | null;
  evidence: string[];
  bearer: string | null;
  assignee: string | null;
};

/** The duties of one rule for one organisation, as the database gives them; an error is an answer too. */
export async function onDatabase(
  client: Client,
  engine: Engine,
  rule: Rule,
  { question, register }: Asked,
  organisation: string,
): Promise<Line[]> {
  const moment = (value: string | null): number | null =>
    value === null ? null : rule.clock === 'day' ? engine.calendar.parseDay(value) : Number(value);
  try {
    const { text, params } = engine.duties.ruleSql(rule, question, vocabularyIn(engine, register), organisation);
    const { rows } = await client.query<Row>({
      text: `SELECT subject, period::text, status, due::text, met_on::text, evidence, bearer, assignee FROM (${text}) AS duty`,
      values: [...params],
    });
    return rows.map((row) =>
      lineOf(engine, rule, {
        ...row,
        period: row.period === null ? null : engine.calendar.parseDay(row.period),
        status: (engine.duties.statusCodes[row.status] satisfies Status | undefined) ?? `status ${row.status}`,
        due: moment(row.due),
        metOn: moment(row.met_on),
      }),
    );
  } catch (error) {
    return [`failed: ${String(error)}`];
  }
}
