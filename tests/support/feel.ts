import type { Client } from 'pg';
import { calendars } from '../../packages/cli/src/law/read-packs.ts';
import type { WorkingDays } from '../../packages/core/src/calendar/index.ts';
import {
  calendarStatements,
  type FeelContext,
  formatValue,
  type Node,
  parameterOf,
  parseExpression,
  readContext,
  readSqlValue,
  SqlBatch,
  type SqlQuestion,
  SqlWriter,
  sqlFunctions,
  sqlType,
  writeSql,
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

/** The same with the values as columns of a row, as facts are: planned without knowing them, computed row by row. */
export async function answersFromColumns(client: Client, questions: readonly SqlQuestion[]): Promise<string[]> {
  const params: unknown[] = [];
  const texts = questions.map(({ node, context }, index) => {
    const columns = new Map<string, string>();
    const writer = new SqlWriter(
      context.scope.vocabulary,
      (name, type) => {
        if (!columns.has(name)) {
          const at = params.push(parameterOf(context.values[name] ?? null, type));
          columns.set(name, `$${at}::${sqlType(type)} AS "${name}"`);
        }
        return `r${index}."${name}"`;
      },
      undefined,
      cn.id,
    );
    // Literals share one list of parameters with the columns of all questions.
    writer.param = (value, type) => `$${params.push(value)}::${type}`;
    const text = writeSql(node, writer);
    const row = ['0 AS "-"', ...columns.values()].join(', ');
    return `(SELECT to_json(${text})::text FROM (SELECT ${row} OFFSET 0) AS r${index})`;
  });
  const { rows } = await client.query<{ value: (string | null)[] }>(
    `SELECT ARRAY[${texts.join(',\n')}]::text[] AS value`,
    params,
  );
  return questions.map(({ node: { type } }, index) =>
    formatValue(type, readSqlValue(type, rows[0]?.value[index] ?? null)),
  );
}

export type Prepared = { readonly node: Node; readonly context: FeelContext };

export function prepare(expression: string, context: unknown): Prepared {
  const read = readContext(context);
  return { node: parseExpression(expression, read.scope), context: read };
}
