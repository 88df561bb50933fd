import type { Cell, CellProblem } from './cell.ts';
import { isId, readCell } from './cell.ts';
import type { Kind } from './kind.ts';
import { type Column, noDay, noRow, noWord, type Register, type Table, unknownFlag, type Words } from './table.ts';
import { declaredWords, type Vocabulary } from './vocabulary.ts';

export type RowProblem = {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly problem: CellProblem | 'unknown-field' | 'duplicate-id' | 'no-such-fact' | 'cycle';
  readonly value: string;
};

type Draft = { ids: string[]; cells: Map<string, Cell[]> };

/** Collects facts row by row, checks each cell, and turns them into columns. Problems are gathered, never thrown. */
export class RegisterBuilder {
  readonly problems: RowProblem[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #drafts = new Map<string, Draft>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    for (const kind of vocabulary.kinds.values()) {
      this.#drafts.set(kind.name, { ids: [], cells: new Map(Object.keys(kind.fields).map((name) => [name, []])) });
    }
  }

  /** Adds one fact; returns whether every cell of it could be read. A row with a problem is left out. */
  add(kind: Kind, row: Readonly<Record<string, unknown>>): boolean {
    const id = typeof row['id'] === 'string' ? row['id'] : '';
    const before = this.problems.length;
    if (!isId(id)) this.#fault(kind, id, 'id', id === '' ? 'missing' : 'not-an-id', row['id']);
    for (const name in row) {
      if (name !== 'id' && !(name in kind.fields)) this.#fault(kind, id, name, 'unknown-field', row[name]);
    }
    const draft = this.#drafts.get(kind.name);
    const cells: Cell[] = [];
    for (const name in kind.fields) {
      const field = kind.fields[name];
      if (!field) continue;
      const result = readCell(field, row[name]);
      if (result.ok) cells.push(result.cell);
      else this.#fault(kind, id, name, result.problem, row[name]);
    }
    if (this.problems.length > before || !draft) return false;
    draft.ids.push(id);
    let at = 0;
    for (const list of draft.cells.values()) list.push(cells[at++] ?? null);
    return true;
  }

  /** The register of everything added. Duplicate ids, dangling references and circular units are problems. */
  build(): Register {
    const words = this.#dictionary();
    const orders = new Map<string, number[]>();
    const rows = new Map<string, Map<string, number>>();
    for (const [name, draft] of this.#drafts) {
      const order = sorted(draft.ids);
      orders.set(name, order);
      rows.set(name, this.#rowNumbers(name, draft.ids, order));
    }
    const tables = new Map<string, Table>();
    for (const kind of this.#vocabulary.kinds.values()) {
      const draft = this.#drafts.get(kind.name);
      const order = orders.get(kind.name);
      if (draft && order) tables.set(kind.name, this.#table(kind, draft, order, rows, words));
    }
    return { tables, words };
  }

  #fault(kind: Kind, id: string, field: string, problem: RowProblem['problem'], value: unknown): void {
    const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
    this.problems.push({ kind: kind.name, id, field, problem, value: text.slice(0, 80) });
  }

  #dictionary(): Words {
    const words = new Set(declaredWords(this.#vocabulary));
    for (const kind of this.#vocabulary.kinds.values()) {
      for (const [name, field] of Object.entries(kind.fields)) {
        if (field.type !== 'word' || Object.keys(field.words ?? {}).length > 0) continue;
        for (const cell of this.#drafts.get(kind.name)?.cells.get(name) ?? []) if (typeof cell === 'string') words.add(cell);
      }
    }
    const list = [...words].sort();
    return { words: list, codes: new Map(list.map((word, code) => [word, code])) };
  }

  #rowNumbers(name: string, ids: readonly string[], order: readonly number[]): Map<string, number> {
    const numbers = new Map<string, number>();
    order.forEach((from, row) => {
      const id = ids[from] ?? '';
      const kind = this.#vocabulary.kinds.get(name);
      if (numbers.has(id) && kind) this.#fault(kind, id, 'id', 'duplicate-id', id);
      else numbers.set(id, row);
    });
    return numbers;
  }

  #table(kind: Kind, draft: Draft, order: readonly number[], rows: ReadonlyMap<string, Map<string, number>>, words: Words): Table {
    const ids = order.map((from) => draft.ids[from] ?? '');
    const columns: Record<string, Column> = {};
    for (const [name, field] of Object.entries(kind.fields)) {
      const cells = draft.cells.get(name) ?? [];
      const at = (row: number): Cell => cells[order[row] ?? 0] ?? null;
      if (field.type === 'ref') {
        columns[name] = { type: 'ref', values: this.#references(kind, name, ids, at, rows.get(field.to ?? '')) };
      } else columns[name] = plainColumn(field.type, ids.length, at, words);
    }
    const table = { kind, ids, columns };
    this.#refuseCycles(table);
    return table;
  }

  #references(kind: Kind, name: string, ids: readonly string[], at: (row: number) => Cell, targets: ReadonlyMap<string, number> | undefined): Int32Array {
    const values = new Int32Array(ids.length).fill(noRow);
    for (let row = 0; row < ids.length; row++) {
      const cell = at(row);
      if (cell === null) continue;
      const target = targets?.get(String(cell));
      if (target === undefined) this.#fault(kind, ids[row] ?? '', name, 'no-such-fact', cell);
      else values[row] = target;
    }
    return values;
  }

  /** A kind that points at itself (units and their parents) is a tree: a circle would never end. */
  #refuseCycles(table: Table): void {
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
        if (at !== noRow && state[at] === 1) this.#fault(table.kind, table.ids[at] ?? '', name, 'cycle', table.ids[at]);
        for (const step of path) state[step] = 2;
      }
    }
  }
}

/** Code-point order; ids are ASCII, so plain comparison is it. */
const sorted = (ids: readonly string[]): number[] => {
  const order = ids.map((_, index) => index);
  let inOrder = true;
  for (let i = 1; i < ids.length && inOrder; i++) inOrder = (ids[i - 1] ?? '') <= (ids[i] ?? '');
  return inOrder ? order : order.sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : (ids[a] ?? '') > (ids[b] ?? '') ? 1 : a - b));
};

function plainColumn(type: Exclude<Column['type'], 'ref'>, size: number, at: (row: number) => Cell, words: Words): Column {
  switch (type) {
    case 'day': {
      const values = new Int32Array(size);
      for (let row = 0; row < size; row++) values[row] = (at(row) as number | null) ?? noDay;
      return { type, values };
    }
    case 'instant':
    case 'integer': {
      const values = new Float64Array(size);
      for (let row = 0; row < size; row++) values[row] = (at(row) as number | null) ?? Number.NaN;
      return { type, values };
    }
    case 'boolean': {
      const values = new Uint8Array(size);
      for (let row = 0; row < size; row++) values[row] = at(row) === null ? unknownFlag : at(row) === true ? 1 : 0;
      return { type, values };
    }
    case 'word': {
      const values = new Int32Array(size);
      for (let row = 0; row < size; row++) values[row] = words.codes.get(String(at(row))) ?? noWord;
      return { type, values };
    }
    case 'text': {
      const values: (string | null)[] = [];
      for (let row = 0; row < size; row++) values.push(at(row) as string | null);
      return { type, values };
    }
  }
}
