import { expect, test } from 'vitest';
import { type Instrument, percentText, shareOf, together } from './coverage.ts';

test('coverage counts late as done, and neither pending nor waived nor void as owed', () => {
  expect(shareOf({ met: 6, late: 1, overdue: 2, unclear: 1, pending: 50, waived: 9, void: 3 })).toBe(0.7);
  expect(shareOf({ pending: 4 })).toBeNull();
});

test('a percentage is never rounded up to done', () => {
  expect(percentText(0.999)).toBe('99%');
  expect(percentText(1)).toBe('100%');
});

test('an instrument that holds a number back is in no sum', () => {
  const of = (byStatus: Instrument['byStatus']): Instrument => ({
    instrument: 'x',
    title: { zh: '甲', en: 'A' },
    rules: 1,
    owed: 0,
    settled: 0,
    byStatus,
  });
  expect(together([of({ met: 3, overdue: 1 }), of({ met: 8, overdue: null }), of({ met: 2 })])).toMatchObject({
    met: 5,
    overdue: 1,
    void: 0,
  });
});
