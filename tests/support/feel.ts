import type { Client } from 'pg';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
import { formatDay, type WorkingDays } from '../../packages/core/src/calendar/index.ts';
import {
  type FeelContext,
  formatValue,
  type Node,
  parseExpression,
  readContext,
  readSqlValue,
  SqlBatch,
  type SqlQuestion,
  sqlFunctions,
} from '../../packages/core/src/feel/index.ts';

const known = calendars().get('cn');
if (!known) throw new Error('there is no calendar cn');
export const cn: WorkingDays = known;

/** The functions and the calendar that generated SQL needs. */
export async function installFeel(client: Client, calendar = cn): Promise<void> {
  await client.query(sqlFunctions);
  const first = Date.UTC(1900, 0, 1) / 86_400_000;
  await client.query(
    "INSERT INTO calendar_day SELECT $1, DATE '1900-01-01' + (n::int - 1), o FROM unnest($2::int[]) WITH ORDINALITY AS d(o, n)",
    [calendar.id, [...calendar.ordinal]],
  );
  await client.query(
    "INSERT INTO calendar_working_day SELECT $1, n, DATE '1900-01-01' + (d - $3::int) FROM unnest($2::int[]) WITH ORDINALITY AS w(d, n)",
    [calendar.id, [...calendar.days.slice(1)], first],
  );
  await client.query('ANALYZE calendar_day, calendar_working_day');
}

/** Values of many expressions as JSON text, a statement for many of them. */
export async function answersOf(client: Client, questions: readonly SqlQuestion[]): Promise<string[]> {
  const answers: string[] = [];
  for (let at = 0; at < questions.length; ) {
    const batch = new SqlBatch(cn.id);
    const from = at;
    while (at < questions.length && !batch.full) {
      const question = questions[at++];
      if (question) batch.add(question);
    }
    const { text, params } = batch.statement();
    const { rows } = await client.query<{ value: (string | null)[] }>(text, [...params]);
    for (const [index, json] of (rows[0]?.value ?? []).entries()) {
      const type = questions[from + index]?.node.type ?? 'null';
      answers.push(formatValue(type, readSqlValue(type, json)));
    }
  }
  return answers;
}

export type Prepared = { readonly node: Node; readonly context: FeelContext };

export function prepare(expression: string, context: unknown): Prepared {
  const read = readContext(context);
  return { node: parseExpression(expression, read.scope), context: read };
}

export const dayText = formatDay;
