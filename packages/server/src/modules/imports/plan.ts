import { placePathsOf } from '@sallyport/core/access';
import { isId, type Kind, vocabulary } from '@sallyport/core/facts';
import type { Problems } from '../../tabular/file-problem.ts';
import { bindingFields } from '../../tabular/population.ts';
import { comparedWith, type Fields, rowsInOrder, type StoredFact } from '../register/index.ts';
import type { ReadRow } from './read-files.ts';

/** What one row will do. */
export type PlannedRow = {
  readonly kind: string;
  readonly fact: string;
  readonly change: 'add' | 'restore' | 'correct';
  /** Of the fact as the preview saw it. */
  readonly version: number | null;
  readonly file: string;
  readonly line: number;
  readonly person: string | null;
  readonly before: Fields;
  readonly fields: Fields;
};

/** What a row of a personnel file says of a fact, whether or not that changes anything. */
export type Said = Pick<PlannedRow, 'kind' | 'fact' | 'person'> & { readonly fields: readonly string[] };

export type Plan = {
  readonly rows: readonly PlannedRow[];
  readonly unchanged: Readonly<Record<string, number>>;
  readonly said: readonly Said[];
};

/** What there is of a kind under the ids that the files name. */
export type There = {
  readonly facts: ReadonlyMap<string, StoredFact>;
  /** Withdrawn, with the last version: an id names one fact for ever, so that this fact comes back. */
  readonly withdrawn: ReadonlyMap<string, number>;
  /** Erased: what it named is not to be known again. */
  readonly erased: ReadonlySet<string>;
  /** People who were found to be entered twice: the entry that went, and the one that stayed. */
  readonly merged: ReadonlyMap<string, string>;
  /** Fields that were taken over from the file, by the fact: no file changes them until they are given back. */
  readonly taken: ReadonlyMap<string, ReadonlySet<string>>;
};

type Known = (kind: string, id: string) => boolean;

/** Compares what was read with what there is. Kinds come in the order of their references, so that what a row needs is decided before it. */
export function planRows(
  rows: readonly ReadRow[],
  there: (kind: Kind) => There,
  inRegister: Known,
  problems: Problems,
): Plan {
  const planned: PlannedRow[] = [];
  const said: Said[] = [];
  const unchanged: Record<string, number> = {};
  const brought = new Map<string, Set<string>>();
  const bound = boundBy(rows);
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const own = unique(
      rows.filter((row) => row.kind === kind),
      problems,
    );
    const coming = brought.get(kind.name) ?? new Set<string>();
    brought.set(kind.name, coming);
    const sorted = rowsInOrder(
      kind,
      own.map((row) => ({ ...row.given, id: row.id, row })),
    ).map(({ row }) => row);
    const additions: PlannedRow[] = [];
    const corrections: PlannedRow[] = [];
    for (const row of sorted) {
      const known = (of: string, id: string): boolean => inRegister(of, id) || brought.get(of)?.has(id) === true;
      if (refused(row, there(kind), known, bound, problems)) continue;
      const fact = there(kind).facts.get(row.id) ?? null;
      const given = withoutTaken(kind, row, there(kind), problems);
      const compared = comparedWith(kind, given, fact?.fields ?? null);
      if (!compared.ok) {
        for (const { field, problem } of compared.problems)
          problems.add(row.file, row.line, kind.fields[field]?.label.zh ?? field, problem, inField(kind, row, field));
        continue;
      }
      coming.add(row.id);
      const person = personOf(kind, row.id, { ...fact?.fields, ...compared.to });
      said.push({
        kind: kind.name,
        fact: row.id,
        person,
        fields: row.said.filter((name) => Object.hasOwn(given, name)),
      });
      const one = {
        kind: kind.name,
        fact: row.id,
        file: row.file,
        line: row.line,
        person,
        before: compared.from,
        fields: compared.to,
      };
      const restored = there(kind).withdrawn.get(row.id);
      if (fact === null)
        additions.push({ ...one, change: restored === undefined ? 'add' : 'restore', version: restored ?? null });
      else if (Object.keys(compared.to).length === 0) unchanged[kind.name] = (unchanged[kind.name] ?? 0) + 1;
      else corrections.push({ ...one, change: 'correct', version: fact.version });
    }
    planned.push(...additions, ...corrections);
  }
  return { rows: planned, unchanged, said };
}

/** What the row gives, less what was taken over here; where the file says something else of it, that is told. */
function withoutTaken(kind: Kind, row: ReadRow, { facts, taken }: There, problems: Problems): ReadRow['given'] {
  const own = taken.get(row.id);
  if (own === undefined) return row.given;
  const now = facts.get(row.id)?.fields ?? {};
  const given: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(row.given)) {
    if (!own.has(name)) given[name] = value;
    else if (value !== (now[name] ?? null))
      problems.add(row.file, row.line, kind.fields[name]?.label.zh ?? name, 'taken-over', inField(kind, row, name));
  }
  return given;
}

/** What stands in the cell, and the field as either language calls it: the file may have no column of that name. */
const inField = (kind: Kind, { given }: ReadRow, field: string) => ({
  value: String(given[field] ?? ''),
  field,
  heading: kind.fields[field]?.label ?? { zh: field, en: field },
});

/** One row a fact: the same row twice is one, two rows that differ are refused. */
function unique(rows: readonly ReadRow[], problems: Problems): ReadRow[] {
  const first = new Map<string, ReadRow>();
  for (const row of rows) {
    const before = first.get(row.id);
    if (before === undefined) first.set(row.id, row);
    else if (JSON.stringify(before.given) !== JSON.stringify(row.given))
      problems.add(row.file, row.line, 'id', 'twice-in-import', { id: row.id });
  }
  return [...first.values()];
}

function refused(row: ReadRow, there: There, known: Known, bound: ReadonlySet<string>, problems: Problems): boolean {
  const { kind, id, given, file, line } = row;
  const no = (
    heading: string | null,
    ...[code, values]: [Parameters<Problems['add']>[3], Parameters<Problems['add']>[4]]
  ) => {
    problems.add(file, line, heading, code, values);
    return true;
  };
  if (!isId(id)) return no('id', 'not-an-id', { value: id.slice(0, 60) });
  if (there.erased.has(id)) return no('id', 'erased-id', { id });
  // The file that made the double goes on naming both; brought back, the entry could never be taken apart again.
  const kept = there.merged.get(id);
  if (kept !== undefined) return no('id', 'merged-id', { id, kept });
  for (const [name, field] of Object.entries(kind.fields)) {
    const target = given[name];
    // What it refers to was refused itself, or comes back to this very row.
    if (field.to !== undefined && typeof target === 'string' && !known(field.to, target))
      return no(field.label.zh, 'no-such-fact', { value: target, heading: field.label });
  }
  if (kind.name === 'person' && !there.facts.has(id) && (given['unit'] ?? null) === null && !bound.has(id))
    return no(null, 'unbound-person', {});
  return false;
}

/** People whom another row of the import binds to the organisation (PEOPLE.md, abuse 20). */
function boundBy(rows: readonly ReadRow[]): Set<string> {
  const bound = new Set<string>();
  for (const { kind, given } of rows)
    for (const name of bindingFields(kind)) if (typeof given[name] === 'string') bound.add(given[name]);
  return bound;
}

/** Whom a fact is about, where it says so itself. */
function personOf(kind: Kind, id: string, fields: Fields): string | null {
  if (kind.name === 'person') return id;
  const [first] = placePathsOf(kind, vocabulary).person ?? [];
  const target = first === undefined ? null : fields[first];
  return typeof target === 'string' && kind.fields[first ?? '']?.to === 'person' ? target : null;
}
