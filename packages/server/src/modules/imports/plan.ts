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

export type Plan = { readonly rows: readonly PlannedRow[]; readonly unchanged: Readonly<Record<string, number>> };

/** What there is of a kind under the ids that the files name. */
export type There = {
  readonly facts: ReadonlyMap<string, StoredFact>;
  /** Withdrawn, with the last version: an id names one fact for ever, so that this fact comes back. */
  readonly withdrawn: ReadonlyMap<string, number>;
  /** Erased: what it named is not to be known again. */
  readonly erased: ReadonlySet<string>;
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
      const compared = comparedWith(kind, row.given, fact?.fields ?? null);
      if (!compared.ok) {
        for (const { field, problem } of compared.problems)
          problems.add(row.file, row.line, kind.fields[field]?.label.zh ?? field, problem, {
            value: String(row.given[field] ?? ''),
            field,
          });
        continue;
      }
      coming.add(row.id);
      const person = personOf(kind, row.id, { ...fact?.fields, ...compared.to });
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
  return { rows: planned, unchanged };
}

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
  for (const [name, field] of Object.entries(kind.fields)) {
    const target = given[name];
    // What it refers to was refused itself, or comes back to this very row.
    if (field.to !== undefined && typeof target === 'string' && !known(field.to, target))
      return no(field.label.zh, 'no-such-fact', { value: target });
  }
  if (kind.name === 'person' && !there.facts.has(id) && given['unit'] === undefined && !bound.has(id))
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
