import { expect, test } from 'vitest';
import { nested } from './nested.ts';

const lines = (...levels: number[]) => levels.map((level, at) => ({ level, at }));
const shape = (tree: ReturnType<typeof nested<{ level: number; at: number }>>): unknown[] =>
  tree.map(({ line, parts }) => (parts.length === 0 ? line.at : [line.at, ...shape(parts)]));

test('lines stand under the last one above them of a lower level', () => {
  expect(shape(nested(lines(1, 2, 3, 2, 1, 2)))).toEqual([
    [0, [1, 2], 3],
    [4, 5],
  ]);
  expect(shape(nested(lines(1, 1)))).toEqual([0, 1]);
  expect(nested([])).toEqual([]);
});
