import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMonths, dayOf, daysInMonth, firstDay, lastDay, partsOf } from './plain-date.ts';

/** The plain way to take a step of months; `addMonths` looks it up. */
function plainly(from: number, months: number): number | null {
  const { year, month, day } = partsOf(from);
  const index = year * 12 + month - 1 + months;
  const at = Math.floor(index / 12);
  return dayOf(at, index - at * 12 + 1, Math.min(day, daysInMonth(at, index - at * 12 + 1)));
}

it('takes a step of months as the parts of the day say', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: firstDay, max: lastDay }),
      fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -4000, max: 4000 }), fc.maxSafeInteger()),
      (day, months) => {
        expect(addMonths(day, months)).toBe(plainly(day, months));
      },
    ),
    { numRuns: 5000 },
  );
});
