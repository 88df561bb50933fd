import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldBack } from './hold-back.ts';

const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);

test('a number of fewer than five is left out, and the next smallest with it', () => {
  expect(heldBack([[10, 3, 20]])).toEqual({ units: [[33, null, null, 20]], total: [33, null, null, 20] });
  expect(heldBack([[10, 0, 20]]).units).toEqual([[30, 10, 0, 20]]);
});

test('a unit of few people shows nothing, and what it has cannot be had from the others', () => {
  const { units, total } = heldBack([
    [20, 6],
    [2, 1],
    [9, 30],
  ]);
  expect(units[1]).toEqual([null, null, null]);
  // 31 of 31 and 37 of 37 would give them away.
  expect(total[0] === null || units.some(([owed], at) => at !== 1 && owed === null)).toBe(true);
  expect(heldBack([[3, 1]])).toEqual({ units: [[null, null, null]], total: [null, null, null] });
});

test('two that are left out together are not few together', () => {
  expect(heldBack([[1, 1, 30, 40]]).units).toEqual([[72, null, null, null, 40]]);
});

const tables = fc
  .record({ height: fc.integer({ min: 1, max: 6 }), width: fc.integer({ min: 1, max: 5 }) })
  .chain(({ height, width }) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), {
        minLength: width,
        maxLength: width,
      }),
      {
        minLength: height,
        maxLength: height,
      },
    ),
  );

test('whatever the numbers are, none that is left out follows from those that are shown', () => {
  fc.assert(
    fc.property(tables, (given) => {
      const { units, total } = heldBack(given);
      const rows = given.map((parts) => [sum(parts), ...parts]);
      const whole = (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0)));
      const real = [...rows, whole];
      const shown = [...units, total];
      for (const [y, row] of shown.entries())
        for (const [x, count] of row.entries()) {
          const is = real[y]?.[x] ?? 0;
          expect(count === null || count === is).toBe(true);
          expect(is > 0 && is < 5 && count !== null).toBe(false);
        }
      const alongRows = shown.map((row, y) => ({ said: row, is: real[y] ?? [] }));
      const downColumns = whole.map((_, x) => ({
        said: [total[x] ?? null, ...units.map((row) => row[x] ?? null)],
        is: [whole[x] ?? 0, ...rows.map((row) => row[x] ?? 0)],
      }));
      for (const { said, is } of [...alongRows, ...downColumns]) {
        const gone = said.flatMap((one, at) => (one === null ? [at] : []));
        // One alone is the difference of all the others.
        expect(gone.length).not.toBe(1);
        const together = sum(gone.map((at) => is[at] ?? 0));
        expect(gone.length === 0 || gone.includes(0) || together >= 5).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

/** The rank of equations modulo a prime. */
function rankOf(equations: readonly (readonly number[])[]): number {
  const prime = 1_000_003;
  const inverse = (value: number): number => {
    let [result, base, power] = [1, value, prime - 2];
    for (; power > 0; power = Math.floor(power / 2)) {
      if (power % 2 === 1) result = (result * base) % prime;
      base = (base * base) % prime;
    }
    return result;
  };
  const left = equations.map((row) => row.map((value) => ((value % prime) + prime) % prime));
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, index) => index >= rank && row[column] !== 0);
    const pivot = left[at];
    if (pivot === undefined) continue;
    [left[at], left[rank]] = [left[rank] ?? [], pivot];
    const by = inverse(pivot[column] ?? 1);
    for (const [index, row] of left.entries()) {
      const factor = ((row[column] ?? 0) * by) % prime;
      if (index === rank || factor === 0) continue;
      left[index] = row.map((value, x) => (value + (prime - factor) * (pivot[x] ?? 0)) % prime);
    }
    rank++;
  }
  return rank;
}

/** The cells left out that all the sums together determine. */
function determined(shown: readonly (readonly (number | null)[])[]): string[] {
  const gone = shown.flatMap((row, y) => row.flatMap((count, x) => (count === null ? [`${y} ${x}`] : [])));
  const alongRows = shown.map((row, y) =>
    gone.map((cell) => row.map((_, x) => `${y} ${x}`).indexOf(cell)).map((x) => (x < 0 ? 0 : x === 0 ? -1 : 1)),
  );
  const downColumns = (shown[0] ?? []).map((_, x) =>
    gone.map((cell) => {
      const [y = 0, of] = cell.split(' ').map(Number);
      return of !== x ? 0 : y === shown.length - 1 ? -1 : 1;
    }),
  );
  const all = [...alongRows, ...downColumns];
  const rank = rankOf(all);
  return gone.filter((_, index) => rankOf(all.map((row) => row.filter((__, at) => at !== index))) < rank);
}

test('nor from several sums taken together', () => {
  const { units, total } = heldBack([
    [3, 3, 3, 20],
    [3, 3, 20, 20],
    [20, 20, 3, 3],
    [20, 20, 3, 3],
  ]);
  expect(determined([...units, total])).toEqual([]);
  fc.assert(
    fc.property(tables, (given) => {
      const held = heldBack(given);
      expect(determined([...held.units, held.total])).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('where all are many, all are shown', () => {
  const many = fc.array(fc.array(fc.integer({ min: 5, max: 99 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(many, (given) => {
      expect(heldBack(given).units.map(([, ...parts]) => parts)).toEqual(given);
    }),
  );
});
