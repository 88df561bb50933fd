import { expect, test } from 'vitest';
import { type Instrument, percentText, ratioOf, together } from './coverage.ts';

test('coverage counts late as done, and neither pending nor waived nor void as owed', () => {
  expect(ratioOf({ met: 6, late: 1, overdue: 2, unclear: 1, pending: 50, waived: 9, void: 3 })).toEqual({
    settled: 7,
    owed: 10,
  });
  expect(ratioOf({ pending: 4 })).toEqual({ settled: 0, owed: 0 });
});

test('a percentage is never rounded up to done', () => {
  expect(percentText(0.999)).toBe('99%');
  expect(percentText(1)).toBe('100%');
});

const of = (byStatus: Instrument['byStatus'], sums: Pick<Instrument, 'owed' | 'settled'>): Instrument => ({
  instrument: 'x',
  title: { zh: '甲', en: 'A' },
  rules: 1,
  backlog: null,
  byStatus,
  ...sums,
});

test('the bar counts the same whole as the ratio above it', () => {
  const shown = of({ met: 3, late: 1, overdue: 1, pending: 7, void: 2 }, { owed: 5, settled: 4 });
  const { owed, aside } = together([shown, of({ met: 2, unclear: 1 }, { owed: 3, settled: 2 })]);
  expect(Object.values(owed).reduce((sum, count) => sum + count, 0)).toBe(8);
  expect(aside).toMatchObject({ pending: 7, waived: 0, void: 2 });
});

test('an instrument that holds a number back is in no sum', () => {
  const whole = of({ met: 3, overdue: 1 }, { owed: 4, settled: 3 });
  const { owed } = together([whole, of({ met: 8, overdue: null }, { owed: null, settled: 8 })]);
  expect(owed).toMatchObject({ met: 3, overdue: 1 });
  // Outside of the ratio: the number as a whole is not said where a part of it is not.
  const { aside } = together([whole, of({ met: 8, pending: null, waived: 1 }, { owed: 8, settled: 8 })]);
  expect(aside).toEqual({ waived: 1, void: 0 });
});
