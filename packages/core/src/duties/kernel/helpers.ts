import { addDays, addMonths, firstDay, lastDay } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';

/** Functions that generated code calls where a loop of its own would gain nothing. */

/** Start of period `index`: steps are taken from the anchor, never chained (DECISIONS 2.4). */
export const periodStart = (on: number, index: number, length: number, months: boolean): number =>
  (months ? addMonths(on, index * length) : addDays(on, Math.floor((index * length) / 86_400_000_000))) ?? noDay;

/** The end of a validity that is not recorded; `noDay` when it lies beyond the calendar, which means never. */
export const lastsUntil = (from: number, length: number, months: boolean): number =>
  (months ? addMonths(from, length) : addDays(from, Math.floor(length / 86_400_000_000))) ?? noDay;

const monthTables = new Map<number, Int32Array>();

/** For every day of the calendar the day some months later, as `lastsUntil` has it: a look-up costs a tenth of the arithmetic. */
export function monthTable(months: number): Int32Array {
  let table = monthTables.get(months);
  if (!table) {
    table = new Int32Array(lastDay - firstDay + 1);
    for (let day = firstDay; day <= lastDay; day++) table[day - firstDay] = lastsUntil(day, months, true);
    monthTables.set(months, table);
  }
  return table;
}

/** One by one: a length set to 0 gives the room back, and the next subject would have to ask for it again. */
function empty(list: number[]): void {
  while (list.length > 0) list.pop();
}

/** Candidates gathered by generated code: rows with the moment they count from. */
export class Scratch {
  rows: number[] = [];
  at: number[] = [];
  from: number[] = [];
  until: number[] = [];

  clear(): void {
    empty(this.rows);
    empty(this.at);
    empty(this.from);
    empty(this.until);
  }

  #order(): number[] {
    return this.rows
      .map((_, index) => index)
      .toSorted((a, b) => (this.at[a] ?? 0) - (this.at[b] ?? 0) || (this.rows[a] ?? 0) - (this.rows[b] ?? 0));
  }

  /** The first n candidates by moment and id; null when there are fewer. */
  earliest(wanted: number): { metOn: number; rows: number[] } | null {
    const order = this.#order();
    const last = order[wanted - 1];
    return last === undefined
      ? null
      : { metOn: this.at[last] ?? 0, rows: order.slice(0, wanted).map((index) => this.rows[index] ?? 0) };
  }

  /** The earliest candidate of each role, and of those the first n; null when there are fewer roles. */
  roles(wanted: number, codes: Int32Array, listed: readonly number[]): { metOn: number; rows: number[] } | null {
    const taken = new Set<number>();
    const chosen: number[] = [];
    for (const index of this.#order()) {
      const code = codes[this.rows[index] ?? 0] ?? -1;
      if (!listed.includes(code) || taken.has(code)) continue;
      taken.add(code);
      chosen.push(index);
    }
    const last = chosen[wanted - 1];
    return last === undefined
      ? null
      : { metOn: this.at[last] ?? 0, rows: chosen.slice(0, wanted).map((index) => this.rows[index] ?? 0) };
  }

  /** Leaves the latest candidate of each role. */
  keepLatest(codes: Int32Array, listed: readonly number[]): void {
    const latest = new Map<number, number>();
    for (const index of this.#order()) {
      const code = codes[this.rows[index] ?? 0] ?? -1;
      if (listed.includes(code)) latest.set(code, index);
    }
    const kept = [...latest.values()];
    this.at = kept.map((index) => this.at[index] ?? 0);
    this.rows = kept.map((index) => this.rows[index] ?? 0);
  }

  /** The fewest adjoining validities that cover [from, until), each time the one that reaches furthest; null when there is a gap. */
  chain(from: number, until: number): { metOn: number; rows: number[] } | null {
    const order = this.#order();
    const rows: number[] = [];
    let metOn = Number.NEGATIVE_INFINITY;
    for (let reached = from; reached < until; ) {
      let best = -1;
      for (const index of order) {
        const end = this.until[index] ?? 0;
        if ((this.from[index] ?? 0) <= reached && end > reached && (best < 0 || end > (this.until[best] ?? 0)))
          best = index;
      }
      if (best < 0) return null;
      rows.push(this.rows[best] ?? 0);
      metOn = Math.max(metOn, this.at[best] ?? 0);
      reached = this.until[best] ?? 0;
    }
    return { metOn, rows };
  }
}
