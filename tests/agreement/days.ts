import {
  type Day,
  endOfDay,
  firstDay,
  formatDay,
  formatInstant,
  lastDay,
  parseDay,
} from '../../packages/core/src/calendar/index.ts';
import type { Random } from '../feel/random.ts';

/** Days on which calendars and rules have their edges. */
const edges = [
  '2024-02-29',
  '2024-02-28',
  '2024-03-01',
  '2023-02-28',
  '2024-01-31',
  '2024-12-31',
  '2024-04-30',
  '2024-10-01',
  '2024-09-30',
  '2023-10-08',
  '2024-05-31',
  '2020-02-29',
].map((text) => parseDay(text) ?? 0);

/** Always among the days of a register. */
const leapDays = ['2024-02-29', '2020-02-29'].map((text) => parseDay(text) ?? 0);

export const askedDay = (random: Random): Day => random.pick(edges) + (random.chance(0.3) ? random.below(40) - 20 : 0);

const firstAndLast = [firstDay, lastDay];
const steps = [0, 0, 0, 1, -1, 2, -2, 3, -3, 5, -5, 7, 14, -14, 29, 30, -30, 31, -31, 60, -90, 180, -365, 365, -366];

/** A few days that facts of one register share, so that comparisons meet their boundary and evidence falls on one day. */
export class Days {
  readonly #random: Random;
  readonly #pool: Day[];
  readonly #asOf: Day;

  constructor(random: Random, asOf: Day) {
    this.#random = random;
    this.#asOf = asOf;
    this.#pool = [asOf, ...Array.from({ length: 7 }, () => asOf + random.pick(steps)), random.pick(edges), ...leapDays];
  }

  /** `past`: mostly a day on which something has already happened. */
  day(past: boolean): string {
    const random = this.#random;
    if (random.chance(0.008)) return formatDay(random.pick(firstAndLast));
    const found = random.chance(0.85) ? random.pick(this.#pool) : this.#asOf + random.below(500) - 300;
    return formatDay(past && found > this.#asOf && random.chance(0.8) ? this.#asOf - (found - this.#asOf) : found);
  }

  /** An instant near the end of a civil day of the seat, where a day ends and the next begins. */
  instant(past: boolean): string {
    const random = this.#random;
    const on = parseDay(this.day(past)) ?? 0;
    const shift = random.pick([0, 0, 1, -1, 60_000_000, -3_600_000_000, -43_200_000_000]);
    const at = endOfDay(on, random.pick([480, 480, -300])) + shift;
    const inside = on > firstDay && on < lastDay;
    return formatInstant(inside ? at : endOfDay(this.#asOf, 480));
  }
}
