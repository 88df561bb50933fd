import { noDay, noRow, type Register, tableOf } from '../facts/index.ts';

/**
 * The inverse of a reference as arrays: `members[offsets[r] … offsets[r+1])` are the rows that point at row r, by the day they happened and
 * then by id, so that the first that fits is the earliest.
 */
export type Relation = { readonly offsets: Int32Array; readonly members: Int32Array };

/** Relation indexes of a register, made when first asked for. */
export class Relations {
  readonly register: Register;
  readonly #known = new Map<string, Relation>();

  constructor(register: Register) {
    this.register = register;
  }

  of(kind: string, field: string): Relation {
    const key = `${kind} ${field}`;
    let relation = this.#known.get(key);
    if (!relation) {
      relation = this.#build(kind, field);
      this.#known.set(key, relation);
    }
    return relation;
  }

  #build(kind: string, field: string): Relation {
    const table = tableOf(this.register, kind);
    const column = table.columns[field];
    const happened = table.columns[table.kind.happened];
    const to = table.kind.fields[field]?.to;
    if (column?.type !== 'ref' || happened?.type !== 'day' || to === undefined) throw new Error(`${kind}.${field} is no relation`);
    const offsets = new Int32Array(tableOf(this.register, to).ids.length + 1);
    for (const target of column.values) if (target !== noRow) offsets[target + 1] = (offsets[target + 1] ?? 0) + 1;
    for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0);
    const next = offsets.slice();
    const members = new Int32Array(offsets.at(-1) ?? 0);
    for (let row = 0; row < column.values.length; row++) {
      const target = column.values[row] ?? noRow;
      if (target === noRow) continue;
      const at = next[target] ?? 0;
      members[at] = row;
      next[target] = at + 1;
    }
    sortEach(offsets, members, happened.values);
    return { offsets, members };
  }
}

/** Sorts each list by day; rows come in id order already, so insertion keeps ties by id and lists are short. */
function sortEach(offsets: Int32Array, members: Int32Array, days: Int32Array): void {
  for (let list = 0; list + 1 < offsets.length; list++) {
    const from = offsets[list] ?? 0;
    const to = offsets[list + 1] ?? 0;
    if (to - from > 64) {
      members.set(members.slice(from, to).sort((a, b) => (days[a] ?? noDay) - (days[b] ?? noDay) || a - b), from);
      continue;
    }
    for (let i = from + 1; i < to; i++) {
      const row = members[i] ?? 0;
      const day = days[row] ?? noDay;
      let j = i - 1;
      while (j >= from && (days[members[j] ?? 0] ?? noDay) > day) {
        members[j + 1] = members[j] ?? 0;
        j--;
      }
      members[j + 1] = row;
    }
  }
}
