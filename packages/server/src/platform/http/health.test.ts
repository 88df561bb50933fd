import { expect, test } from 'vitest';
import { createMetrics } from '../metrics/metrics.ts';
import { healthRoutes } from './health.ts';

const ready = async (behind: readonly string[], mayReadMetrics: boolean, lost = false, full = false) => {
  const app = healthRoutes({
    database: {
      inInstallation: async () => {
        if (lost) throw new Error('gone');
        return [] as never;
      },
      isFull: () => full,
    },
    metrics: createMetrics({ processMetrics: false }),
    mayReadMetrics: () => mayReadMetrics,
    behind: () => behind,
    readerOf: () => ({ address: '', forwarded: false, authorization: null }),
  });
  const answer = await app.request('/readyz');
  return [answer.status, await answer.json()];
};

test('readiness says that an organisation does not go on, and to whoever runs the program which', async () => {
  expect(await ready([], true)).toEqual([200, { status: 'ok' }]);
  expect(await ready(['org-1'], true)).toEqual([200, { status: 'behind', organisations: ['org-1'] }]);
  expect(await ready(['org-1'], false)).toEqual([200, { status: 'behind' }]);
  expect(await ready(['org-1'], true, true)).toEqual([503, { status: 'database-lost' }]);
});

test('readiness says that there is no room to write, and goes on showing what is there', async () => {
  expect(await ready([], false, false, true)).toEqual([200, { status: 'disk-full' }]);
});
