import type { Client } from 'pg';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
import type { WorkingDays } from '../../packages/core/src/calendar/index.ts';
import {
  calendarStatements,
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
export async function installFeel(client: Client): Promise<void> {
  await client.query(sqlFunctions);
  for (const { text, params } of calendarStatements(cn)) await client.query(text, [...params]);
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
