import { type Cell, type CellProblem, type Kind, readCell } from '@sallyport/core/facts';

export type FieldProblem = {
  readonly field: string;
  readonly problem: CellProblem | 'unknown-field' | 'no-such-fact' | 'cycle';
};

export type ReadFields =
  | { readonly ok: true; readonly cells: ReadonlyMap<string, Cell> }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Reads the fields of a fact by its kind: all of them for a new fact, the given ones over what is there for a correction. */
export function readFields(
  kind: Kind,
  given: Readonly<Record<string, unknown>>,
  before: ReadonlyMap<string, Cell> = new Map(),
): ReadFields {
  const problems: FieldProblem[] = Object.keys(given)
    .filter((name) => !Object.hasOwn(kind.fields, name))
    .map((field) => ({ field, problem: 'unknown-field' }));
  const cells = new Map<string, Cell>();
  for (const [name, field] of Object.entries(kind.fields)) {
    const known = before.get(name);
    if (!Object.hasOwn(given, name) && known !== undefined) {
      cells.set(name, known);
      continue;
    }
    const result = readCell(field, given[name]);
    if (result.ok) cells.set(name, result.cell);
    else problems.push({ field: name, problem: result.problem });
  }
  return problems.length === 0 ? { ok: true, cells } : { ok: false, problems };
}
