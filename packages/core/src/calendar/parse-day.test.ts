import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf, formatDay, parseDay } from './plain-date.ts';

/** The plain way to read a day; `parseDay` is the quick one, because registers hold millions of days. */
function plainly(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

const nearly = fc
  .tuple(
    fc.integer({ min: 1890, max: 2210 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
    fc.constantFrom('-', '/', ''),
  )
  .map(([year, month, day, dash]) => [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(dash));

it('reads a day exactly as the plain pattern does', () => {
  fc.assert(
    fc.property(
      fc.oneof(nearly, fc.string({ unit: fc.constantFrom(...Array.from('0123456789- /٣')), maxLength: 12 })),
      (text) => {
        expect(parseDay(text)).toBe(plainly(text));
      },
    ),
    { numRuns: 5000 },
  );
});

it('reads back what is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25567, max: 84005 }), (day) => {
      expect(parseDay(formatDay(day))).toBe(day);
    }),
  );
});
