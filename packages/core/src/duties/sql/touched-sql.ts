import { columnName, tableName } from '../../feel/index.ts';
import type { Reach } from '../reaches.ts';
import type { ReversePath } from '../touched.ts';
import type { RuleSql } from './write-rule.ts';

/**
 * The subjects that changed facts of one kind touch, as rows (reach, subject): `reach` is an index into the reaches. It is asked before
 * the change and after it, since a reference may move, and both answers count; a new fact touches only after, a withdrawn one only
 * before. One statement per changed kind (DECISIONS 7). Null where no rule reads the kind.
 *
 * @example
 * const reaches = reachesOf(law.rules, 'trip');
 * const before = await query(touchedSql(reaches, 'trip', ['trip-1'], organisation));
 */
export function touchedSql(
  reaches: readonly Reach[],
  kind: string,
  ids: readonly string[],
  organisation: string,
): RuleSql | null {
  const params: unknown[] = [];
  const names = new Map<unknown, string>();
  const param: Param = (value, type) => {
    const name = names.get(value) ?? `$${params.push(value)}::${type}`;
    names.set(value, name);
    return name;
  };
  const org = (): string => param(organisation, 'text');
  const changed = (): string => param(ids, 'text[]');
  const parts = reaches.flatMap(({ by, rules }, reach) =>
    by === 'name'
      ? [
          `SELECT ${reach} AS reach, named.subject FROM ${tableName(kind)} named
WHERE named.org_id = ${org()} AND named.id = ANY (${changed()}) AND named.rule = ANY (${param(
            rules.map(({ id }) => id),
            'text[]',
          )})`,
        ]
      : by.map((path) => `SELECT ${reach} AS reach, ${along(path, org, changed)}`),
  );
  return parts.length === 0 ? null : { text: parts.join('\nUNION\n'), params };
}

type Param = (value: unknown, type: string) => string;

/** From the changed facts step by step to the subjects; each step is a join along an indexed reference or the primary key. */
function along(path: ReversePath, org: () => string, changed: () => string): string {
  const joins: string[] = [];
  let at = 'changed.id';
  /** The fact whose row the last step has at hand. */
  let row: { alias: string; kind: string } | null = null;
  for (const [index, { to, kind, field }] of path.entries()) {
    const alias = `step${index}`;
    const join = (on: string): void =>
      void joins.push(` JOIN ${tableName(kind)} ${alias} ON ${alias}.org_id = ${org()} AND ${on} = ${at}`);
    if (to === 'referring') {
      join(`${alias}.${columnName(field)}`);
      row = { alias, kind };
      at = `${alias}.id`;
      continue;
    }
    if (row?.kind !== kind) {
      join(`${alias}.id`);
      row = { alias, kind };
    }
    at = `${row.alias}.${columnName(field)}`;
    row = null;
  }
  return `${at} AS subject FROM unnest(${changed()}) AS changed(id)${joins.join('')} WHERE ${at} IS NOT NULL`;
}
