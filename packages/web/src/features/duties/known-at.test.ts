import { expect, test } from 'vitest';
import { knownAt } from './known-at.ts';

const history = [
  { version: 3, recordedAt: '2024-09-25T02:00:00.000Z' },
  { version: 2, recordedAt: '2024-09-20T16:00:00.000Z' },
  { version: 1, recordedAt: '2024-08-01T01:00:00.000Z' },
];

test.each([
  ['2024-08-01T00:59:00Z', null, [3, 2, 1]],
  ['2024-08-01T01:00:00Z', 1, [3, 2]],
  ['2024-09-25T01:59:00Z', 2, [3]],
  ['2024-09-25T02:00:00Z', 3, []],
])('by %s the last change known is %s', (moment, version, later) => {
  for (const ordered of [history, history.toReversed()]) {
    const known = knownAt(ordered, new Date(moment));
    expect(known.inForce?.version ?? null).toBe(version);
    expect([...known.later].toSorted((a, b) => b - a)).toEqual(later);
  }
});
