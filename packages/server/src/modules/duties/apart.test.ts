import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart } from './apart.ts';
import type { Work } from './settle.ts';

const work = (kind: string, count: number): Work => ({
  kind,
  rules: [],
  subjects: Array.from({ length: count }, (_, n) => `${kind}-${n}`),
});

test('the few are settled at once, the many are left to a job', () => {
  const all = [work('person', 700), work('organisation', 1), work('trip', 40)];
  const { atOnce, later } = apart(all, 500);
  expect(atOnce.map(({ kind }) => kind)).toEqual(['organisation', 'trip']);
  expect(later.map(({ kind }) => kind)).toEqual(['person']);
});

test('nothing is lost or done twice, and no more than the bound is settled at once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 8 }), fc.nat(900), (counts, most) => {
      const all = counts.map((count, n) => work(`kind${n}`, count));
      const { atOnce, later } = apart(all, most);
      expect([...atOnce, ...later].toSorted((a, b) => all.indexOf(a) - all.indexOf(b))).toEqual(all);
      expect(atOnce.reduce((sum, { subjects }) => sum + subjects.length, 0)).toBeLessThanOrEqual(most);
      // Everything at once wherever it fits.
      const fits = counts.reduce((sum, count) => sum + count, 0) <= most;
      expect(later.length === 0 || !fits).toBe(true);
    }),
  );
});
