import { parseDay } from '../../calendar/index.ts';
import { parseDecimal } from '../decimal.ts';
import { parameterOf, SqlWriter, sqlType, writeSql } from '../sql.ts';
import type { Node } from '../tree.ts';
import { isList, type Type } from '../types.ts';
import type { Value } from '../values.ts';
import type { FeelContext } from './context.ts';
import { parseExactJson, WrittenNumber } from './exact-json.ts';

export type SqlQuestion = { readonly node: Node; readonly context: FeelContext };
export type SqlText = { readonly text: string; readonly params: readonly unknown[] };

/**
 * One statement for many expressions: a row whose `value` is an array of their values as JSON text, in their order. As JSON text,
 * because drivers round numbers and shift days.
 */
export class SqlBatch {
  readonly #writer: SqlWriter;
  readonly #texts: string[] = [];
  #context: FeelContext | undefined;
  #length = 0;

  constructor(calendar: string) {
    const slot = (name: string, type: Type, writer: SqlWriter): string =>
      writer.param(parameterOf(this.#context?.values[name] ?? null, type), sqlType(type));
    this.#writer = new SqlWriter({ kinds: new Map(), inverses: new Map() }, slot, undefined, calendar);
  }

  add({ node, context }: SqlQuestion): void {
    this.#context = context;
    const text = `to_json(${writeSql(node, this.#writer)})::text`;
    this.#length += text.length;
    this.#texts.push(text);
  }

  /** Further expressions belong into another statement: a message holds 65,535 parameters. */
  get full(): boolean {
    return this.#texts.length >= 200 || this.#writer.params.length > 20_000 || this.#length > 500_000;
  }

  statement(): SqlText {
    return { text: `SELECT ARRAY[${this.#texts.join(',\n')}]::text[] AS value`, params: this.#writer.params };
  }
}

/** One expression as a statement; `value` is an array of one. */
export function sqlStatement(question: SqlQuestion, calendar: string): SqlText {
  const batch = new SqlBatch(calendar);
  batch.add(question);
  return batch.statement();
}

/** The value the database answered with. */
export const readSqlValue = (type: Type, json: string | null): Value =>
  json === null ? null : valueOf(type, parseExactJson(json));

function valueOf(type: Type, json: unknown): Value {
  if (json === null) return null;
  if (isList(type)) return (json as readonly unknown[]).map((item) => valueOf(type.list, item));
  if (type === 'day') return parseDay(json as string);
  if (!(json instanceof WrittenNumber)) return json as boolean | string;
  return type === 'decimal' ? parseDecimal(json.source) : Number(json.source);
}
