import type { Vocabulary } from '../facts/index.ts';
import type { ListNode, Node } from './tree.ts';
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

export function writeSql(node: Node, writer: SqlWriter): string {
  switch (node.form) {
    case 'literal':
      return literal(node.value, node.type, writer);
    case 'slot':
      return writer.slot(node.name, node.type);
    case 'variable': {
      const value = writer.lookUp(node.name);
      return typeof value === 'string' ? value : `${value.alias}.id`;
    }
    case 'field':
      return writer.column(writer.rowOf(node.of).alias, node.kind, node.field);
    case 'call': {
      if (node.operator.arity !== 'scalar') throw new Error(`${node.operator.name} takes a list`);
      const args = node.args.map((arg) => writeSql(arg, writer));
      return node.operator.toSql(
        args,
        node.args.map((arg) => arg.type),
        writer,
      );
    }
    case 'aggregate': {
      if (node.operator.arity !== 'list') throw new Error(`${node.operator.name} takes no list`);
      const rest = node.rest.map((arg) => writeSql(arg, writer));
      return node.operator.toSql(sqlList(node.list, writer), rest, elementOf(node.list), writer);
    }
    case 'quantified':
      return quantified(node, writer);
    default: {
      const list = sqlList(node, writer);
      return `ARRAY(SELECT ${list.element} FROM ${list.source()} ORDER BY ${list.order})`;
    }
  }
}

/** The condition stands once in the text: nested quantifiers stay as long as they were written. */
function quantified(node: Extract<Node, { form: 'quantified' }>, writer: SqlWriter): string {
  const list = sqlList(node.list, writer);
  const holds = withElement(node, node.list, list, writer);
  if (!node.satisfies.nullable) {
    return node.some
      ? `EXISTS (SELECT FROM ${list.source(holds)})`
      : `(NOT EXISTS (SELECT FROM ${list.source(`NOT (${holds})`)}))`;
  }
  // 0 false, 1 not known, 2 true. The filter keeps nothing out: it ties the aggregate to this SELECT where the condition names
  // outer rows alone, which would otherwise make it an aggregate of theirs.
  const ranks = `coalesce(2 * (${holds})::int, 1)) FILTER (WHERE ${list.order} IS NOT NULL)`;
  return node.some
    ? `(SELECT CASE max(${ranks} WHEN 2 THEN true WHEN 1 THEN NULL ELSE false END FROM ${list.source()})`
    : `(SELECT CASE min(${ranks} WHEN 0 THEN false WHEN 1 THEN NULL ELSE true END FROM ${list.source()})`;
}

function literal(value: Value, type: Type, writer: SqlWriter): string {
  if (value === null) return `NULL::${sqlType(type)}`;
  if (type === 'boolean') return value === true ? 'true' : 'false';
  return writer.param(parameterOf(value, type), sqlType(type));
}

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

const elementOf = (list: ListNode): Type => (isList(list.type) ? list.type.list : 'null');

/** The facts a list goes over, where its items are facts: through it their fields are read. */
const scopes = new WeakMap<SqlList, SqlScope>();

function withElement(
  node: { variable: string; satisfies: Node },
  listNode: ListNode,
  list: SqlList,
  writer: SqlWriter,
): string {
  const value = isRef(elementOf(listNode)) ? (scopes.get(list) ?? list.element) : list.element;
  return writer.withVariable(node.variable, value, () => writeSql(node.satisfies, writer));
}

export function sqlList(node: ListNode, writer: SqlWriter): SqlList {
  switch (node.form) {
    case 'relation':
      return relation(node, writer);
    case 'list':
      return literalList(node, writer);
    case 'slot': {
      const alias = writer.alias();
      const text = `unnest(${writer.slot(node.name, node.type)}) WITH ORDINALITY AS ${alias}(e, n)`;
      return listFrom(() => text, [], `${alias}.e`, `${alias}.n`);
    }
    case 'filter': {
      const inner = sqlList(node.list, writer);
      const where = withElement({ variable: node.variable, satisfies: node.where }, node.list, inner, writer);
      return withScope(scopes.get(inner), {
        ...inner,
        source: (condition) => inner.source(condition === undefined ? where : `(${where}) AND (${condition})`),
      });
    }
    case 'map':
      return mapped(node, writer);
  }
}

/** Each item in the place of another; where that is a fact in turn, its fields are read through a join. */
function mapped(node: Extract<ListNode, { form: 'map' }>, writer: SqlWriter): SqlList {
  const inner = sqlList(node.list, writer);
  const before = scopes.get(inner);
  const variable = isRef(elementOf(node.list)) ? (before ?? inner.element) : inner.element;
  return writer.withVariable(node.variable, variable, () => {
    const list = { ...inner, element: writeSql(node.each, writer) };
    if (before === undefined || !isRef(node.each.type)) return list;
    const { alias } = writer.rowOf(node.each);
    return withScope({ alias, kind: node.each.type.ref, joins: before.joins }, list);
  });
}

function listFrom(from: () => string, where: readonly string[], element: string, order: string): SqlList {
  const source = (condition?: string): string => {
    const conditions = condition === undefined ? where : [...where, `(${condition})`];
    return conditions.length ? `${from()} WHERE ${conditions.join(' AND ')}` : from();
  };
  return { source, element, order };
}

function withScope(scope: SqlScope | undefined, list: SqlList): SqlList {
  if (scope) scopes.set(list, scope);
  return list;
}

function literalList(node: Extract<ListNode, { form: 'list' }>, writer: SqlWriter): SqlList {
  const alias = writer.alias();
  const type = sqlType(elementOf(node));
  const items = node.items.map((item, index) => `(${index}, (${writeSql(item, writer)})::${type})`);
  const text = items.length
    ? `(VALUES ${items.join(', ')}) AS ${alias}(n, e)`
    : `(SELECT 0 AS n, NULL::${type} AS e LIMIT 0) AS ${alias}`;
  return listFrom(() => text, [], `${alias}.e`, `${alias}.n`);
}

function relation(node: Extract<ListNode, { form: 'relation' }>, writer: SqlWriter): SqlList {
  const alias = writer.alias();
  const scope: SqlScope = { alias, kind: node.kind, joins: new Map() };
  const owner = ownerOf(node.of, writer);
  const where = [`${alias}.org_id = ${owner.alias}.org_id`, `${alias}.${columnName(node.field)} = ${owner.id}`];
  if (writer.asOf !== null) where.push(`${alias}.happened_on <= ${writer.asOf}`);
  const from = (): string => `${tableName(node.kind)} ${alias}${joinText(scope)}`;
  return withScope(scope, listFrom(from, where, `${alias}.id`, `(${alias}.happened_on, ${alias}.id)`));
}

/** The id a relation hangs on, without joining the fact itself when a reference to it is at hand. */
function ownerOf(node: Node, writer: SqlWriter): { alias: string; id: string } {
  if (node.form === 'field') {
    const { alias } = writer.rowOf(node.of);
    return { alias, id: `${alias}.${columnName(node.field)}` };
  }
  const { alias } = writer.rowOf(node);
  return { alias, id: `${alias}.id` };
}
