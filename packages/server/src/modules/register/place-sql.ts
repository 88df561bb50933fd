import { type Path, placePathsOf } from '@sallyport/core/access';
import { type Kind, vocabulary } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';

/** The joins that lead from `fact` to its person and unit, and the expressions that name them. */
export type PlaceSql = { readonly joins: string; readonly person: string; readonly unit: string };

const known = new Map<string, PlaceSql>();

export function placeSqlOf(kind: Kind): PlaceSql {
  let sql = known.get(kind.name);
  if (sql === undefined) {
    sql = writePlace(kind);
    known.set(kind.name, sql);
  }
  return sql;
}

function writePlace(kind: Kind): PlaceSql {
  const { person, unit } = placePathsOf(kind, vocabulary);
  const joins = new Map<string, string>();
  const idAt = (path: Path | null): string => (path === null ? 'NULL::text' : walk(kind, path, joins));
  const [ofPerson, ofUnit] = [idAt(person), idAt(unit)];
  return { joins: [...joins.values()].join(''), person: ofPerson, unit: ofUnit };
}

/** Follows a path; a table passed on the way is joined once. The last reference is a value and needs no join. */
function walk(kind: Kind, path: Path, joins: Map<string, string>): string {
  let [at, alias]: [Kind, string] = [kind, 'fact'];
  for (const [step, name] of path.entries()) {
    const value = `${alias}.${columnName(name)}`;
    if (step === path.length - 1) return value;
    const next = vocabulary.kinds.get(at.fields[name]?.to ?? '');
    if (next === undefined) throw new Error(`${at.name}.${name} refers to nothing`);
    const nextAlias = `to_${path.slice(0, step + 1).join('_')}`.toLowerCase();
    joins.set(
      nextAlias,
      // Looked up row by row, by key: a page of a list must not be joined with all persons of all organisations (`OFFSET 0` keeps it so).
      `\nLEFT JOIN LATERAL (SELECT * FROM ${tableName(next.name)} AS found WHERE found.org_id = fact.org_id AND found.id = ${value} OFFSET 0) ${nextAlias} ON true`,
    );
    [at, alias] = [next, nextAlias];
  }
  return `${alias}.id`;
}
