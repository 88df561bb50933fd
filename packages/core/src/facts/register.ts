import { ByteKeys } from './byte-keys.ts';
import type { CellProblem } from './cell.ts';
import { isId } from './cell.ts';
import { columnDraft } from './column-draft.ts';
import type { ColumnDraft, Expected } from './drafts/draft.ts';
import type { Kind } from './kind.ts';
import { PlainLines } from './plain-line.ts';
import { Runs } from './runs.ts';
import { type Column, noRow, type Register, type Table, type Words } from './table.ts';
import { declaredWords, type Vocabulary } from './vocabulary.ts';

export type RowProblem = {
  readonly kind: string;
  readonly id: string;
  /** Which call of `add` for this kind brought the row, from 0: the reader knows the line that goes with it. */
  readonly row: number;
  readonly field: string;
  readonly problem: CellProblem | 'unknown-field' | 'duplicate-id' | 'no-such-fact' | 'cycle';
  readonly value: string;
};

type Draft = {
  readonly ids: ByteKeys;
  /** The call of `add` that brought each kept row. */
  readonly calls: Runs;
  readonly names: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly columns: readonly ColumnDraft[];
  /** Made when the first line comes. */
  lines: PlainLines | null;
  readonly expected: Expected;
  added: number;
};

/** The drafts of all kinds; a reference is looked up in the ids of its kind from the start. */
function draftsOf(vocabulary: Vocabulary): Map<string, Draft> {
  const ids = new Map([...vocabulary.kinds.keys()].map((name) => [name, new ByteKeys()]));
  return new Map([...vocabulary.kinds.values()].map((kind) => [kind.name, draftOf(kind, ids)]));
}

function draftOf(kind: Kind, ids: ReadonlyMap<string, ByteKeys>): Draft {
  const names = Object.keys(kind.fields);
  const expected = { rows: 0 };
  const columns = Object.values(kind.fields).map((field) => columnDraft(field, expected, ids.get(field.to ?? '')));
  return {
    ids: ids.get(kind.name) ?? new ByteKeys(),
    calls: new Runs(),
    names,
    known: new Set(['id', ...names]),
    columns,
    lines: null,
    expected,
    added: 0,
  };
}

/** Collects facts row by row, checks each cell, and turns them into columns. Problems are gathered, never thrown. */
export class RegisterBuilder {
  readonly problems: RowProblem[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #drafts: ReadonlyMap<string, Draft>;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#drafts = draftsOf(vocabulary);
  }

  /** Says about how many facts of a kind will come and how long an id is, so that columns are made once in their size. */
  expect(kind: Kind, rows: number, idLength: number): void {
    const draft = this.#drafts.get(kind.name);
    if (!draft) return;
    draft.expected.rows = rows;
    draft.ids.reserve(rows, idLength);
  }

  /** Adds the fact that a line of JSON writes when it writes it plainly; false when the line must be parsed and given to `add`. */
  addLine(kind: Kind, bytes: Uint8Array, from: number, to: number): boolean {
    const draft = this.#drafts.get(kind.name);
    if (!draft) return false;
    draft.lines ??= new PlainLines(draft.names, draft.columns);
    if (!draft.lines.read(bytes, from, to, draft.ids.count)) return false;
    draft.ids.add(bytes, draft.lines.idFrom, draft.lines.idTo);
    draft.calls.push(draft.added++);
    return true;
  }

  /** Adds one fact; returns whether every cell of it could be read. A row with a problem is left out. */
  add(kind: Kind, row: Readonly<Record<string, unknown>>): boolean {
    const draft = this.#drafts.get(kind.name);
    if (!draft) return false;
    const call = draft.added++;
    const id = typeof row['id'] === 'string' ? row['id'] : '';
    const before = this.problems.length;
    if (!isId(id)) this.#fault(kind, id, call, 'id', id === '' ? 'missing' : 'not-an-id', row['id']);
    for (const name in row) {
      if (!draft.known.has(name)) this.#fault(kind, id, call, name, 'unknown-field', row[name]);
    }
    // Cells are written behind the last kept row; when one is refused, the next row overwrites them all.
    const at = draft.ids.count;
    for (let column = 0; column < draft.names.length; column++) {
      const name = draft.names[column] ?? '';
      const problem = draft.columns[column]?.put(at, row[name]);
      if (problem) this.#fault(kind, id, call, name, problem, row[name]);
    }
    if (this.problems.length > before) return false;
    draft.ids.addText(id);
    draft.calls.push(call);
    return true;
  }

  /** The register of everything added. Duplicate ids, dangling references and circular units are problems. */
  build(): Register {
    const words = this.#dictionary();
    const sorted = new Map<string, Sorted>();
    for (const kind of this.#vocabulary.kinds.values()) {
      const draft = this.#drafts.get(kind.name);
      if (!draft) continue;
      const order = orderOf(draft.ids);
      const ids = order === null ? draft.ids : draft.ids.inOrder(order);
      sorted.set(kind.name, { ids, order, ranks: ranksOf(order) });
      this.#refuseDuplicates(kind, draft, ids, order);
    }
    const tables = new Map<string, Table>();
    for (const kind of this.#vocabulary.kinds.values()) {
      const draft = this.#drafts.get(kind.name);
      const own = sorted.get(kind.name);
      if (draft && own) tables.set(kind.name, this.#table(kind, draft, own, sorted, words));
    }
    for (const { ids } of this.#drafts.values()) ids.forget();
    return { tables, words };
  }

  #fault(kind: Kind, id: string, row: number, field: string, problem: RowProblem['problem'], value: unknown): void {
    const text = typeof value === 'string' ? value : value === undefined ? '' : (JSON.stringify(value) ?? '');
    this.problems.push({ kind: kind.name, id, row, field, problem, value: text.slice(0, 80) });
  }

  /** Words of open lists are known only now; those of closed lists are all there, met or not. */
  #dictionary(): Words {
    const words = new Set(declaredWords(this.#vocabulary));
    for (const draft of this.#drafts.values()) {
      for (const column of draft.columns) for (const word of column.words()) words.add(word);
    }
    const list = [...words].toSorted();
    return { words: list, codes: new Map(list.map((word, code) => [word, code])) };
  }

  /** Equal ids stand side by side once sorted. */
  #refuseDuplicates(kind: Kind, draft: Draft, ids: ByteKeys, order: Int32Array | null): void {
    for (let row = 1; row < ids.count; row++) {
      if (ids.compare(row - 1, row) !== 0) continue;
      const [id, call] = [ids.text(row), draft.calls.at(order?.[row] ?? row) ?? 0];
      this.#fault(kind, id, call, 'id', 'duplicate-id', id);
    }
  }

  #table(kind: Kind, draft: Draft, own: Sorted, sorted: ReadonlyMap<string, Sorted>, words: Words): Table {
    const { ids, order } = own;
    const callOf = (row: number): number => draft.calls.at(order?.[row] ?? row) ?? 0;
    const columns: Record<string, Column> = {};
    draft.names.forEach((name, at) => {
      const to = kind.fields[name]?.to ?? '';
      const target = this.#drafts.get(to);
      const column = draft.columns[at]?.finish({
        count: ids.count,
        order,
        words,
        targets: target && { find: (id) => target.ids.findText(id), ranks: sorted.get(to)?.ranks ?? null },
        dangling: (row, id) => this.#fault(kind, ids.text(row), callOf(row), name, 'no-such-fact', id),
      });
      if (column) columns[name] = column;
    });
    let texts: readonly string[] | undefined;
    const table: Table = {
      kind,
      count: ids.count,
      get ids() {
        texts ??= ids.texts();
        return texts;
      },
      copyId: (row, into, at) => ids.copy(row, into, at),
      rowOf: (id) => ids.findText(id),
      columns,
    };
    this.#refuseCycles(table, callOf);
    return table;
  }

  /** A kind that points at itself (units and their parents) is a tree: a circle would never end. */
  #refuseCycles(table: Table, callOf: (row: number) => number): void {
    for (const [name, field] of Object.entries(table.kind.fields)) {
      const column = table.columns[name];
      if (field.to !== table.kind.name || column?.type !== 'ref') continue;
      const state = new Uint8Array(table.count);
      for (let row = 0; row < table.count; row++) {
        const path: number[] = [];
        let at = row;
        while (at !== noRow && state[at] === 0) {
          state[at] = 1;
          path.push(at);
          at = column.values[at] ?? noRow;
        }
        if (at !== noRow && state[at] === 1) {
          this.#fault(table.kind, table.ids[at] ?? '', callOf(at), name, 'cycle', table.ids[at]);
        }
        for (const step of path) state[step] = 2;
      }
    }
  }
}

/** The ids of a kind in their final order, and between that order and the one they came in. */
type Sorted = { readonly ids: ByteKeys; readonly order: Int32Array | null; readonly ranks: Int32Array | null };

/** Draft rows in code-point order of their ids, equal ids as they came; null when they came so. */
function orderOf(ids: ByteKeys): Int32Array | null {
  let row = 1;
  while (row < ids.count && ids.compare(row - 1, row) <= 0) row++;
  if (row >= ids.count) return null;
  return Int32Array.from({ length: ids.count }, (_, at) => at).toSorted((a, b) => ids.compare(a, b) || a - b);
}

function ranksOf(order: Int32Array | null): Int32Array | null {
  if (order === null) return null;
  const ranks = new Int32Array(order.length);
  for (let row = 0; row < order.length; row++) ranks[order[row] ?? 0] = row;
  return ranks;
}
