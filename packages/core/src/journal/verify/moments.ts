import type { RecordedAt } from '../entry/entry.ts';

const [unknown, instant, day] = [0, 1, 2];

/** When each entry was recorded, in nine bytes an entry: a log of millions is verified in memory that a small machine has. */
export class Moments {
  #values = new Float64Array(1024);
  #kinds = new Uint8Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  push(at: RecordedAt | null): void {
    if (this.#count === this.#kinds.length) this.#widen();
    if (at !== null) this.#values[this.#count] = 'day' in at ? at.day : at.instant;
    this.#kinds[this.#count++] = at === null ? unknown : 'day' in at ? day : instant;
  }

  /** Null for an entry that names no moment, and where there is no entry. */
  at(index: number): RecordedAt | null {
    const value = this.#values[index] ?? 0;
    const kind = index < this.#count ? this.#kinds[index] : unknown;
    return kind === instant ? { instant: value } : kind === day ? { day: value } : null;
  }

  #widen(): void {
    const values = new Float64Array(this.#count * 2);
    const kinds = new Uint8Array(this.#count * 2);
    values.set(this.#values);
    kinds.set(this.#kinds);
    [this.#values, this.#kinds] = [values, kinds];
  }
}
