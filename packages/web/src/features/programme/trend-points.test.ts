import { expect, test } from 'vitest';
import { trendPoints } from './trend-points.ts';

const closed = (day: string, met: number, overdue: number) => ({
  entry: day,
  day,
  counts: { met, overdue, pending: 9 },
});

test('days stand where the calendar has them, not one after the other', () => {
  const points = trendPoints([closed('2026-11-01', 1, 1), closed('2026-11-02', 1, 1), closed('2026-11-11', 3, 1)]);
  expect(points.map(({ at }) => at)).toEqual([0, 0.1, 1]);
});

test('each has its denominator, and a day on which nothing was owed is no point', () => {
  expect(trendPoints([closed('2026-11-01', 0, 0), closed('2026-11-02', 3, 1)])).toEqual([
    { entry: '2026-11-02', day: '2026-11-02', settled: 3, owed: 4, at: 0 },
  ]);
});
