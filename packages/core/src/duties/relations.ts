import { noDay, noRow, noWord, type Register, tableOf } from '../facts/index.ts';
import { type Lasting, type RelationName, recordKey } from '../feel/index.ts';
import { lastsUntil } from './kernel/helpers.ts';

/**
 * The inverse of a reference as arrays: `members[offsets[r] … offsets[r+1])` are the rows that point at row r, by the day they happened and
 * then by id, so that the first that fits is the earliest.
 */
export type Relation = { readonly offsets: Int32Array; readonly members: Int32Array };

/** Relation indexes of a register, made when first asked for. */
export class Relations {
  readonly register: Register;
  readonly #known = new Map<string, Relation>();
  readonly #records = new Map<string, Int32Array>();

  constructor(register: Register) {
    this.register = register;
  }

  of(kind: string, field: string, only?: RelationName['only']): Relation {
    const key = only ? `${kind} ${field} ${only.field} ${only.word}` : `${kind} ${field}`;
    let relation = this.#known.get(key);
    if (!relation) {
      relation = only ? this.#part(kind, this.of(kind, field), only) : this.#build(kind, field);
      this.#known.set(key, relation);
    }
    return relation;
  }

  /** For each member of a relation its row and the days in some columns, side by side; with `lasting`, ends that are not recorded filled in. */
  records({ kind, field, only }: RelationName, columns: readonly string[], lasting: Lasting | null): Int32Array {
    const key = `${kind} ${field} ${only?.field} ${only?.word} ${recordKey(columns, lasting)}`;
    const known = this.#records.get(key);
    if (known) return known;
    const table = tableOf(this.register, kind);
    const { members } = this.of(kind, field, only);
    const width = columns.length + 1;
    const records = new Int32Array(members.length * width);
    for (let at = 0; at < members.length; at++) records[at * width] = members[at] ?? noRow;
    columns.forEach((name, index) => {
      const column = table.columns[name];
      if (column?.type !== 'day') throw new Error(`${kind}.${name} is no day`);
      const { values } = column;
      for (let at = 0; at < members.length; at++) records[at * width + index + 1] = values[members[at] ?? 0] ?? noDay;
    });
    if (lasting)
      fillEnds(records, width, columns.indexOf(lasting.from) + 1, columns.indexOf(lasting.until) + 1, lasting);
    this.#records.set(key, records);
    return records;
  }

  #part(kind: string, { offsets, members }: Relation, only: NonNullable<RelationName['only']>): Relation {
    const codes = tableOf(this.register, kind).columns[only.field]?.values;
    const wanted = this.register.words.codes.get(only.word) ?? noWord - 1;
    const starts = new Int32Array(offsets.length);
    const kept = new Int32Array(members.length);
    let count = 0;
    for (let list = 0; list + 1 < offsets.length; list++) {
      for (let at = offsets[list] ?? 0; at < (offsets[list + 1] ?? 0); at++) {
        const row = members[at] ?? noRow;
        if (codes?.[row] === wanted) kept[count++] = row;
      }
      starts[list + 1] = count;
    }
    return { offsets: starts, members: kept.slice(0, count) };
  }

  #build(kind: string, field: string): Relation {
    const table = tableOf(this.register, kind);
    const column = table.columns[field];
    const happened = table.columns[table.kind.happened];
    const to = table.kind.fields[field]?.to;
    if (column?.type !== 'ref' || happened?.type !== 'day' || to === undefined)
      throw new Error(`${kind}.${field} is no relation`);
    const offsets = new Int32Array(tableOf(this.register, to).count + 1);
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

function fillEnds(records: Int32Array, width: number, from: number, until: number, { months }: Lasting): void {
  for (let at = 0; at < records.length; at += width) {
    const begins = records[at + from] ?? noDay;
    if (records[at + until] === noDay && begins !== noDay) records[at + until] = lastsUntil(begins, months, true);
  }
}

/** Sorts each list by day; rows come in id order already, so insertion keeps ties by id and lists are short. */
function sortEach(offsets: Int32Array, members: Int32Array, days: Int32Array): void {
  for (let list = 0; list + 1 < offsets.length; list++) {
    const from = offsets[list] ?? 0;
    const to = offsets[list + 1] ?? 0;
    if (to - from > 64) {
      members.set(
        members.slice(from, to).toSorted((a, b) => (days[a] ?? noDay) - (days[b] ?? noDay) || a - b),
        from,
      );
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
