import type { Vocabulary } from '../facts/index.ts';
import type { Node } from './tree.ts';
import { isList, isRef, type Type } from './types.ts';
import type { Value } from './values.ts';

/**
 * Generated SQL, PostgreSQL 15 dialect. Integers, durations and instants are `bigint`, days `date`, decimals `numeric`, words, texts and
 * references `text`. Every expression is total: it raises no error for any input and does not lean on the order in which
 * AND, OR and CASE are evaluated. Literals are parameters (DECISIONS 2.7).
 */

/** A row source and the expression of its element; `source()` is what follows FROM, with one more condition where one is given. */
export type SqlList = {
  readonly source: (condition?: string) => string;
  readonly element: string;
  /** Never null. */
  readonly order: string;
};

/** One SELECT level: the facts it reads and the joins its paths need. */
export type SqlScope = {
  readonly alias: string;
  readonly kind: string;
  readonly joins: Map<string, { alias: string; text: string }>;
};

export const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const tableName = (kind: string): string => `fact_${snake(kind)}`;
export const columnName = (field: string): string => `"${snake(field)}"`;

export function sqlType(type: Type): string {
  if (isRef(type)) return 'text';
  if (isList(type)) return `${sqlType(type.list)}[]`;
  const names: Record<string, string> = {
    boolean: 'boolean',
    day: 'date',
    decimal: 'numeric',
    string: 'text',
    word: 'text',
    null: 'text',
  };
  return names[type] ?? 'bigint';
}

export class SqlWriter {
  readonly params: unknown[] = [];
  readonly vocabulary: Vocabulary;
  readonly #slots: (name: string, type: Type, writer: SqlWriter) => string;
  readonly #variables = new Map<string, SqlScope | string>();
  readonly #numbered = new Map<string, string>();
  /** Without one the slot named `calendar` says which. */
  readonly #calendar: string | undefined;
  #count = 0;
  readonly #asked: { readonly day: string; readonly endOfDay: string } | undefined;

  constructor(
    vocabulary: Vocabulary,
    slots: (name: string, type: Type, writer: SqlWriter) => string,
    asOf?: { readonly day: string; readonly endOfDay: string },
    calendar?: string,
  ) {
    this.#calendar = calendar;
    this.vocabulary = vocabulary;
    this.#slots = slots;
    this.#asked = asOf;
  }

  /** Parameter with the day asked about: milestones and facts after it are hidden. Null where nothing is asked of a day. */
  get asOf(): string | null {
    return this.#asked ? this.param(this.#asked.day, 'date') : null;
  }

  /** The end of that day, for instants. */
  get asOfInstant(): string | null {
    return this.#asked ? this.param(this.#asked.endOfDay, 'bigint') : null;
  }

  /** A parameter; the same value of the same type is the same parameter. */
  param(value: unknown, type: string): string {
    const key = `${type} ${JSON.stringify(value)}`;
    let name = this.#numbered.get(key);
    if (name === undefined) {
      this.params.push(value);
      name = `$${this.params.length}::${type}`;
      this.#numbered.set(key, name);
    }
    return name;
  }

  alias(): string {
    return `t${this.#count++}`;
  }

  slot(name: string, type: Type): string {
    return this.#slots(name, type, this);
  }

  /** The name of the calendar whose working days count. */
  calendar(): string {
    return this.#calendar === undefined ? this.slot('calendar', 'string') : this.param(this.#calendar, 'text');
  }

  withVariable<T>(name: string, value: SqlScope | string, body: () => T): T {
    const before = this.#variables.get(name);
    this.#variables.set(name, value);
    const result = body();
    if (before === undefined) this.#variables.delete(name);
    else this.#variables.set(name, before);
    return result;
  }

  lookUp(name: string): SqlScope | string {
    const value = this.#variables.get(name);
    if (value === undefined) throw new Error(`no variable ${name} in the generated SQL`);
    return value;
  }

  /** The alias under which the fact a node stands for can be read; adds the joins of its path. */
  rowOf(node: Node): { alias: string; scope: SqlScope } {
    if (node.form === 'variable') {
      const scope = this.lookUp(node.name);
      if (typeof scope === 'string') throw new Error(`${node.name} is not a fact`);
      return { alias: scope.alias, scope };
    }
    if (node.form !== 'field' || !isRef(node.type)) throw new Error('a path must begin at a fact');
    const of = this.rowOf(node.of);
    const key = `${of.alias}.${node.field}`;
    let join = of.scope.joins.get(key);
    if (!join) {
      const alias = this.alias();
      const text = `LEFT JOIN ${tableName(node.type.ref)} ${alias} ON ${alias}.org_id = ${of.alias}.org_id AND ${alias}.id = ${of.alias}.${columnName(node.field)}`;
      join = { alias, text };
      of.scope.joins.set(key, join);
    }
    return { alias: join.alias, scope: of.scope };
  }

  /** A column with what had not yet happened on the day asked about hidden. */
  column(alias: string, kind: string, field: string): string {
    const column = `${alias}.${columnName(field)}`;
    const fields = this.vocabulary.kinds.get(kind)?.fields ?? {};
    const declared = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (declared?.timing !== 'milestone' || !this.#asked) return column;
    const limit = declared.type === 'instant' ? this.asOfInstant : this.asOf;
    return `CASE WHEN ${column} <= ${limit} THEN ${column} END`;
  }
}

export const joinText = (scope: SqlScope): string => [...scope.joins.values()].map((join) => ` ${join.text}`).join('');

/** A value as the driver wants it: days and decimals as text, so that nothing is rounded or shifted on the way. */
export function parameterOf(value: Value, type: Type): unknown {
  if (value === null) return null;
  if (isList(type)) return (value as readonly Value[]).map((item) => parameterOf(item, type.list));
  if (type === 'day') return dayText(value as number);
  if (type === 'decimal') return decimalText(value);
  if (type === 'boolean') return value;
  return typeof value === 'number' ? String(value) : value;
}

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

function decimalText(value: Value): string {
  const { coefficient, scale } = value as { coefficient: bigint; scale: number };
  return `${coefficient}e${-scale}`;
}
