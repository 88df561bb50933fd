import {
  columnName,
  joinText,
  parameterOf,
  type SqlList,
  type SqlScope,
  type SqlWriter,
  sqlType,
  tableName,
} from './sql-writer.ts';
import type { ListNode, Node } from './tree.ts';
import { isList, isRef, type Type } from './types.ts';
import type { Value } from './values.ts';

export * from './sql-writer.ts';

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
