import { expect, test } from 'vitest';
import { createTicks } from './ticks.ts';

test('an organisation that cannot be carried is told of, and the others are carried', async () => {
  const carried: string[] = [];
  const logged: unknown[] = [];
  let broken = true;
  const ticks = createTicks({
    tick: async (org) => {
      if (org === 'bad' && broken) throw new Error('a name that no log may hold');
      carried.push(org);
    },
    now: () => 0,
    log: { error: (event, error, fields) => void logged.push([event, error instanceof Error, fields]) },
  });
  await ticks.catchUp(['one', 'bad', 'two']);
  expect(carried).toEqual(['one', 'two']);
  expect(logged).toEqual([['duties.behind', true, undefined]]);
  expect(ticks.behind()).toEqual(['bad']);
  // The job fails, so that the queue tries again and shows it.
  await expect(ticks.tick('bad')).rejects.toThrow('a name');
  broken = false;
  await ticks.tick('bad');
  expect(ticks.behind()).toEqual([]);
});
