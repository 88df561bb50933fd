import { defineAction } from '@sallyport/core/contract';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { implementAction } from '../actions/implement.ts';
import { catalogueOf } from './catalogue.ts';
import { observe } from './observe.ts';
import { tracelessPaths } from './traceless.ts';

const common = { summary: { zh: '试', en: 'try' }, input: z.unknown(), output: z.unknown(), admits: 'public' } as const;
const open = defineAction({ ...common, name: 'toy.open' });
const dayOnly = defineAction({
  ...common,
  name: 'toy.quiet',
  entry: { actor: 'account', time: 'day', context: 'none' },
});
const nameless = defineAction({
  ...common,
  name: 'toy.nameless',
  entry: { actor: 'none', time: 'day', context: 'none' },
});
const act = (contract: typeof open) =>
  implementAction(contract, { handle: async () => ({ output: null, entry: { subject: null, fields: {} } }) });
const catalogue = catalogueOf([
  { actions: [open, dayOnly, nameless].map(act), queries: [], words: { zh: {}, en: {} } },
]);

test.each([
  ['/api/toy/open', 'line'],
  ['/api/toy/quiet', 'none'],
  ['/api/toy/nameless', 'none'],
  ['/learn', 'none'],
  ['/learn/zh/report', 'none'],
  ['/learned', 'line'],
  ['/duty', 'line'],
])('a request to %s leaves: %s', async (path, trace) => {
  const seen: unknown[] = [];
  const metered: unknown[] = [];
  const app = new Hono()
    .use(
      observe({
        log: { request: (request: unknown) => void seen.push(request) } as never,
        metrics: { request: (request: unknown) => void metered.push(request) } as never,
        isTraceless: tracelessPaths(catalogue, ['/learn']),
      }),
    )
    .all('*', (c) => c.text('here'));
  await app.request(path);
  expect([seen, metered]).toMatchObject([[{ trace }], [{ trace }]]);
});
