import type { CellProblem } from './cell.ts';
import { isId } from './cell.ts';
import { type ColumnDraft, columnDraft } from './column-draft.ts';
import type { Kind } from './kind.ts';
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
  readonly ids: string[];
  /** The call of `add` that brought each kept row. */
  readonly calls: number[];
  readonly names: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly columns: readonly ColumnDraft[];
  added: number;
};

const draftOf = (kind: Kind): Draft => {
  const names = Object.keys(kind.fields);
  return {
    ids: [],
    calls: [],
    names,
    known: new Set(['id', ...names]),
    columns: Object.values(kind.fields).map(columnDraft),
    added: 0,
  };
};

/** Collects facts row by row, checks each cell, and turns them into columns. Problems are gathered, never thrown. */
export class RegisterBuilder {
  readonly problems: RowProblem[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #drafts = new Map<string, Draft>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    for (const kind of vocabulary.kinds.values()) this.#drafts.set(kind.name, draftOf(kind));
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
    const at = draft.ids.length;
    for (let column = 0; column < draft.names.length; column++) {
      const name = draft.names[column] ?? '';
      const problem = draft.columns[column]?.put(at, row[name]);
      if (problem) this.#fault(kind, id, call, name, problem, row[name]);
    }
    if (this.problems.length > before) return false;
    draft.ids.push(id);
    draft.calls.push(call);
    return true;
  }

  /** The register of everything added. Duplicate ids, dangling references and circular units are problems. */
  build(): Register {
    const words = this.#dictionary();
    const orders = new Map<string, Int32Array>();
    const rows = new Map<string, () => ReadonlyMap<string, number>>();
    for (const kind of this.#vocabulary.kinds.values()) {
      const draft = this.#drafts.get(kind.name);
      if (!draft) continue;
      const order = sorted(draft.ids);
      orders.set(kind.name, order);
      this.#refuseDuplicates(kind, draft, order);
      rows.set(kind.name, rowNumbers(draft.ids, order));
    }
    const tables = new Map<string, Table>();
    for (const kind of this.#vocabulary.kinds.values()) {
      const draft = this.#drafts.get(kind.name);
      const order = orders.get(kind.name);
      if (draft && order) tables.set(kind.name, this.#table(kind, draft, order, rows, words));
    }
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
  #refuseDuplicates(kind: Kind, draft: Draft, order: Int32Array): void {
    for (let row = 1; row < order.length; row++) {
      const from = order[row] ?? 0;
      const id = draft.ids[from] ?? '';
      if (id === draft.ids[order[row - 1] ?? 0])
        this.#fault(kind, id, draft.calls[from] ?? 0, 'id', 'duplicate-id', id);
    }
  }

  #table(
    kind: Kind,
    draft: Draft,
    order: Int32Array,
    rows: ReadonlyMap<string, () => ReadonlyMap<string, number>>,
    words: Words,
  ): Table {
    const ids = Array.from(order, (from) => draft.ids[from] ?? '');
    const callOf = (row: number): number => draft.calls[order[row] ?? 0] ?? 0;
    const columns: Record<string, Column> = {};
    draft.names.forEach((name, at) => {
      const column = draft.columns[at]?.finish({
        order,
        words,
        targets: rows.get(kind.fields[name]?.to ?? ''),
        dangling: (row, id) => this.#fault(kind, ids[row] ?? '', callOf(row), name, 'no-such-fact', id),
      });
      if (column) columns[name] = column;
    });
    const table = { kind, ids, columns };
    this.#refuseCycles(table, callOf);
    return table;
  }

  /** A kind that points at itself (units and their parents) is a tree: a circle would never end. */
  #refuseCycles(table: Table, callOf: (row: number) => number): void {
    for (const [name, field] of Object.entries(table.kind.fields)) {
      const column = table.columns[name];
      if (field.to !== table.kind.name || column?.type !== 'ref') continue;
      const state = new Uint8Array(table.ids.length);
      for (let row = 0; row < table.ids.length; row++) {
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

/** The row of each id, worked out when somebody first points at one: most kinds of a large register are pointed at by none. */
function rowNumbers(ids: readonly string[], order: Int32Array): () => ReadonlyMap<string, number> {
  let numbers: Map<string, number> | undefined;
  return () => {
    if (numbers !== undefined) return numbers;
    numbers = new Map();
    // Backwards, so that of two equal ids the first stays.
    for (let row = order.length - 1; row >= 0; row--) numbers.set(ids[order[row] ?? 0] ?? '', row);
    return numbers;
  };
}

/** Draft rows in code-point order of their ids; ids are ASCII, so plain comparison is it. */
function sorted(ids: readonly string[]): Int32Array {
  const order = new Int32Array(ids.length);
  let inOrder = true;
  for (let i = 0; i < ids.length; i++) {
    order[i] = i;
    if (i > 0 && inOrder) inOrder = (ids[i - 1] ?? '') <= (ids[i] ?? '');
  }
  if (inOrder) return order;
  return order.toSorted((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : (ids[a] ?? '') > (ids[b] ?? '') ? 1 : a - b));
}
