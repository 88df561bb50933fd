import {
  columnName,
  joinText,
  type Node,
  type SqlScope,
  type SqlWriter,
  tableName,
  writeSql,
} from '../../feel/index.ts';
import type { Met } from '../../law/index.ts';

/** Expressions that evidence is limited by: the period, the closing moment, the trigger day. */
export type SqlWindow = {
  readonly from: string | null;
  readonly until: string | null;
  readonly closes: string | null;
  readonly on: string;
};

type Gathered = Exclude<Met, { form: 'milestone' }>;

/** A subquery that gives one row (met_on, evidence), or none: the evidence of one subject. */
export function writeEvidenceSql(met: Met, window: SqlWindow, writer: SqlWriter, clock: 'day' | 'instant'): string {
  if (met.form === 'milestone') {
    const at = writeSql(met.path, writer);
    const owner = writeSql(met.path.of, writer);
    const open = window.closes === null ? '' : ` AND (${window.closes} IS NULL OR ${at} <= ${window.closes})`;
    return `SELECT ${at} AS met_on, ARRAY[${owner}] AS evidence WHERE ${at} IS NOT NULL${open}`;
  }
  const search = candidates(met, window, writer, clock);
  switch (met.form) {
    case 'exists':
      return `SELECT at AS met_on, ARRAY[id] AS evidence FROM (${search.text([])}) AS found ORDER BY at, id LIMIT 1`;
    case 'covers': {
      if (met.day === 'current') return current(search, writer);
      const day = writeSql(met.day, writer);
      return `SELECT at AS met_on, ARRAY[id] AS evidence FROM (${search.text([])}) AS found
  WHERE valid_from <= ${day} AND (valid_until IS NULL OR valid_until > ${day}) ORDER BY at, id LIMIT 1`;
    }
    case 'coversPeriod':
      return met.union ? union(met, search, writer) : whole(met, search, writer);
    case 'count':
      return several(writeSql(met.number, writer), search.text([]), window);
    case 'needs': {
      const wanted =
        typeof met.number === 'object'
          ? writeSql(met.number, writer)
          : writer.param(met.number === 'all' ? met.roles.length : 1, 'bigint');
      const roles = writer.param(met.roles, 'text[]');
      const role = `${search.scope.alias}.${columnName(met.role)}`;
      const { holds } = met;
      const held = holds && writer.withVariable('item', search.scope, () => writeSql(holds, writer));
      const named = search.text(
        [`${role} = ANY (${roles})`],
        `, ${role} AS role${held === null ? '' : `, (${held}) AS holds`}`,
      );
      return several(
        wanted,
        held === null
          ? `SELECT DISTINCT ON (role) at, id FROM (${named}) AS named ORDER BY role, at, id`
          : `SELECT at, id FROM (SELECT DISTINCT ON (role) at, id, holds FROM (${named}) AS named ORDER BY role, at DESC, id DESC) AS latest WHERE holds`,
        window,
      );
    }
    case 'latest': {
      const holds = writer.withVariable('item', search.scope, () => writeSql(met.holds, writer));
      return `SELECT at AS met_on, ARRAY[id] AS evidence FROM (${search.text([], `, (${holds}) AS holds`)} ORDER BY at DESC, id DESC LIMIT 1) AS found WHERE holds`;
    }
  }
}

type Search = { readonly scope: SqlScope; readonly text: (more: readonly string[], columns?: string) => string };

/**
 * The facts that may count: matching, within the window, known on the day asked about. With an organisation they are joined with many
 * subjects, and what is the same for all of these is computed for each fact beforehand, once.
 */
export function candidates(
  met: Gathered,
  window: SqlWindow,
  writer: SqlWriter,
  clock: 'day' | 'instant',
  organisation: string | null = null,
): Search {
  const alias = writer.alias();
  const scope: SqlScope = { alias, kind: met.kind, joins: new Map() };
  const kind = writer.vocabulary.kinds.get(met.kind);
  if (!kind) throw new Error(`there is no kind ${met.kind}`);
  // What happened is known by the test on that day; the plain column can be used by the planner.
  const at = met.at === kind.happened ? `${alias}.happened_on` : writer.column(alias, met.kind, met.at);
  const dated = clock === 'day' ? at : `${alias}.happened_on`;
  const low = met.from ? writeSql(met.from, writer) : window.from;
  const high = met.until ? writeSql(met.until, writer) : window.until;
  const owner = ownerOf(met.key.of, writer);
  const matches = met.match.map((part) => ({ column: columnName(part.field), value: writeSql(part.to, writer) }));
  const tests = [
    `${alias}.org_id = ${owner.alias}.org_id`,
    `${alias}.${columnName(met.key.field)} = ${owner.id}`,
    ...matches.map(({ column, value }) => `${alias}.${column} = ${value}`),
    `${alias}.happened_on <= ${writer.asOf}`,
    ...(met.at === kind.happened ? [] : [`${at} IS NOT NULL`]),
    ...(window.closes === null ? [] : [`(${window.closes} IS NULL OR ${at} <= ${window.closes})`]),
    ...(low === null ? [] : [`${dated} >= ${low}`]),
    ...(high === null ? [] : [`${dated} < ${high}`]),
  ];
  const { where } = met;
  if (where) tests.push(`(${writer.withVariable('item', scope, () => writeSql(where, writer))})`);
  const validity = met.form === 'covers' || met.form === 'coversPeriod' ? validityOf(met, scope, writer, tests) : null;
  const known = [
    `${alias}.org_id = ${organisation}`,
    `${alias}.happened_on <= ${writer.asOf}`,
    ...matches.flatMap(({ column, value }) => (isParameter(value) ? [`${alias}.${column} = ${value}`] : [])),
  ];
  // OFFSET keeps the planner from moving the computation behind the join.
  const beforehand =
    organisation !== null && validity !== null && validity.computed !== null && isParameter(validity.length);
  const facts = beforehand
    ? `(SELECT ${alias}.*, ${validity.computed} AS ${lapses} FROM ${tableName(met.kind)} ${alias} WHERE ${known.join(' AND ')} OFFSET 0)`
    : tableName(met.kind);
  const valid =
    validity === null ? '' : validityColumns(validity, beforehand ? `${alias}.${lapses}` : validity.computed);
  return {
    scope,
    text: (more, columns = '') =>
      `SELECT ${at} AS at, ${alias}.id${valid}${columns} FROM ${facts} ${alias}${joinText(scope)} WHERE ${[...tests, ...more].join(' AND ')}`,
  };
}

const isParameter = (sql: string): boolean => /^\$\d+::\w+$/.test(sql);

/** No field is named with a space. */
const lapses = '"lapses on"';

/** How long a fact is valid: as recorded, or else as computed from how long it lasts. */
type Validity = {
  readonly from: string;
  readonly recorded: string;
  readonly computed: string | null;
  readonly length: string;
};

/** `valid_from` and `valid_until` (null: never). */
const validityColumns = ({ from, recorded }: Validity, computed: string | null): string =>
  `, ${from} AS valid_from, ${computed === null ? recorded : `coalesce(${recorded}, ${computed})`} AS valid_until`;

/** A fact whose validity cannot be known is left out. */
function validityOf(
  met: Extract<Met, { form: 'covers' | 'coversPeriod' }>,
  scope: SqlScope,
  writer: SqlWriter,
  tests: string[],
): Validity {
  const valid = writer.vocabulary.kinds.get(met.kind)?.valid;
  if (!valid) throw new Error(`a ${met.kind} has no validity`);
  const happened = writer.vocabulary.kinds.get(met.kind)?.happened;
  const from =
    valid.from === happened ? `${scope.alias}.happened_on` : writer.column(scope.alias, met.kind, valid.from);
  const recorded = writer.column(scope.alias, met.kind, valid.until);
  const { lasts } = met;
  if (!lasts) return { from, recorded, computed: null, length: '' };
  const length = writer.withVariable('item', scope, () => writeSql(lasts, writer));
  if (lasts.nullable) tests.push(`(${recorded} IS NOT NULL OR ${length} IS NOT NULL)`);
  const computed =
    lasts.type === 'months' ? `feel_add_months(${from}, ${length})` : `feel_add_to_day(${from}, ${length})`;
  return { from, recorded, computed, length };
}

function whole(met: Extract<Met, { form: 'coversPeriod' }>, search: Search, writer: SqlWriter): string {
  const start = writeSql(met.start, writer);
  const end = writeSql(met.end, writer);
  return `SELECT at AS met_on, ARRAY[id] AS evidence FROM (${search.text([])}) AS found
  WHERE ${end} > ${start} AND valid_from <= ${start} AND (valid_until IS NULL OR (valid_until >= ${end} AND valid_until > valid_from)) ORDER BY at, id LIMIT 1`;
}

/** Valid now; met when such a fact was first in force, not when it was last renewed. */
const current = (search: Search, writer: SqlWriter): string => `SELECT met_on, ARRAY[id] AS evidence FROM (
    SELECT at, id, valid_until, min(greatest(at, valid_from)) OVER () AS met_on FROM (${search.text([])}) AS every WHERE valid_from <= ${writer.asOf}
  ) AS found WHERE valid_until IS NULL OR valid_until > ${writer.asOf} ORDER BY at, id LIMIT 1`;

/** The fewest adjoining validities, each time the one that reaches furthest. */
function union(met: Extract<Met, { form: 'coversPeriod' }>, search: Search, writer: SqlWriter): string {
  const start = writeSql(met.start, writer);
  const end = writeSql(met.end, writer);
  const next = (reached: string): string =>
    `SELECT valid_until AS reached, at, id FROM spans WHERE valid_from <= ${reached} AND valid_until > ${reached} ORDER BY valid_until DESC, at, id LIMIT 1`;
  return `WITH RECURSIVE spans AS (
    SELECT at, id, valid_from, coalesce(valid_until, DATE '9999-12-31') AS valid_until FROM (${search.text([])}) AS found
  ), chain AS (
    (SELECT reached, at, id, 1 AS step FROM (${next(start)}) AS first)
    UNION ALL
    SELECT following.reached, following.at, following.id, chain.step + 1 FROM chain CROSS JOIN LATERAL (${next('chain.reached')}) AS following WHERE chain.reached < ${end}
  ) SELECT max(at) AS met_on, array_agg(id ORDER BY step) AS evidence FROM chain HAVING max(reached) >= ${end} AND ${end} > ${start}`;
}

/** The first n candidates; none wanted is met on the trigger day. */
function several(wanted: string, search: string, window: SqlWindow): string {
  const number = `least(greatest(${wanted}, 0), 1000000)::int`;
  return `SELECT CASE WHEN ${wanted} <= 0 THEN ${window.on} ELSE (array_agg(at ORDER BY at, id))[${number}] END AS met_on,
  CASE WHEN ${wanted} <= 0 THEN ARRAY[]::text[] ELSE (array_agg(id ORDER BY at, id))[1:${number}] END AS evidence FROM (${search}) AS found`;
}

/** The id that evidence points at, without joining the fact itself when a reference to it is at hand. */
function ownerOf(node: Node, writer: SqlWriter): { alias: string; id: string } {
  if (node.form === 'field') {
    const { alias } = writer.rowOf(node.of);
    return { alias, id: `${alias}.${columnName(node.field)}` };
  }
  if (node.form === 'variable') {
    const { alias } = writer.rowOf(node);
    return { alias, id: `${alias}.id` };
  }
  return {
    alias: writer.rowOf({ form: 'variable', name: 'subject', type: { ref: '' }, nullable: false, from: 0, to: 0 })
      .alias,
    id: writeSql(node, writer),
  };
}
