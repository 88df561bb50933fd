import { defineAction, defineQuery } from '@sallyport/core/contract';
import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { nobody } from '../actions/actor.ts';
import { implementAction, implementQuery } from '../actions/implement.ts';
import { Refused } from '../actions/refusal.ts';
import en from '../actions/words.en.json' with { type: 'json' };
import zh from '../actions/words.zh.json' with { type: 'json' };
import { LostConnection } from '../database/lost-connection.ts';
import { sayWith } from '../words/join.ts';
import { type ApiParts, createApi } from './app.ts';
import { catalogueOf } from './catalogue.ts';
import { openApiOf } from './open-api.ts';

const summary = { zh: '试', en: 'try' };
const input = z.strictObject({ name: z.string(), size: z.int().optional(), tags: z.array(z.string()).optional() });
const act = defineAction({
  name: 'toy.act',
  summary,
  input,
  output: z.strictObject({ name: z.string() }),
  admits: 'signed-in',
  errors: { 'toy.no': 409 },
});
const enter = defineAction({ ...act, name: 'toy.enter' });
const look = defineQuery({ name: 'toy.look', summary, input, output: z.unknown(), admits: 'signed-in' });
const catalogue = catalogueOf([
  {
    actions: [
      implementAction(act, { handle: async () => ({ output: { name: '' }, entry: { subject: null, fields: {} } }) }),
      implementAction(
        enter,
        { handle: async () => ({ output: { name: '' }, entry: { subject: null, fields: {} } }) },
        () => ({ body: {}, cookies: ['session=secret'] }),
      ),
    ],
    queries: [implementQuery(look, { answer: async () => ({ output: null }) })],
    words: { zh: {}, en: {} },
  },
]);

function api(parts: Partial<ApiParts> = {}) {
  const faults: unknown[] = [];
  const app = createApi({
    catalogue,
    run: async (_action, inputs) => [...inputs],
    ask: async (_query, asked) => ({ asked }),
    say: sayWith({ zh: { ...zh, 'toy.no': '不行' }, en: { ...en, 'toy.no': 'no' } }),
    authenticate: async () => nobody('a'),
    addressOf: () => '192.0.2.7',
    openApi: () => openApiOf(catalogue, '1.0.0'),
    recordFault: (reference, route, error) => void faults.push([reference, route, error]),
    ...parts,
  });
  const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
    const response = await app.request(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: (await response.json()) as Record<string, unknown>,
    };
  };
  return { app, post, faults };
}

test('an action is at the address of its name, a query reads its parameters by its types', async () => {
  const { app, post } = api();
  expect(await post('/toy/act', '{"name":"x"}')).toMatchObject({ status: 200, body: { name: 'x' } });
  const asked = await app.request('/toy/look?name=007&size=3&tags=a&tags=b');
  expect(await asked.json()).toEqual({ asked: { name: '007', size: 3, tags: ['a', 'b'] } });
});

test('a refusal is a problem with its code, its status and both languages', async () => {
  const refusing = api({ run: async () => Promise.reject(new Refused([{ code: 'toy.no', at: 2 }])) });
  expect(await refusing.post('/toy/act', '{}', { 'accept-language': 'en' })).toEqual({
    status: 409,
    type: 'application/problem+json',
    body: {
      type: 'urn:sallyport:problem:toy.no',
      title: 'no',
      status: 409,
      code: 'toy.no',
      titles: { zh: '不行', en: 'no' },
      at: 2,
    },
  });
  expect((await refusing.post('/toy/act', '{}')).body['title']).toBe('不行');
});

test.each<[string, string, string, Record<string, string>, number, string]>([
  ['what is no JSON', '/toy/act', '{', {}, 400, 'request.invalid'],
  [
    'a form of another site',
    '/toy/act',
    'name=x',
    { 'content-type': 'application/x-www-form-urlencoded' },
    400,
    'request.invalid',
  ],
  ['a key too short to be random', '/toy/act', '{}', { 'idempotency-key': 'short' }, 400, 'request.invalid'],
  ['an address that is none', '/toy/other', '{}', {}, 404, 'request.not-found'],
  ['a batch of an action that is none', '/batch', '{"action":"toy.other","inputs":[{}]}', {}, 404, 'request.not-found'],
  ['a batch of nothing', '/batch', '{"action":"toy.act","inputs":[]}', {}, 400, 'request.invalid'],
  ['a batch that is none', '/batch', 'null', {}, 400, 'request.invalid'],
  [
    'a batch that would put a cookie into a body',
    '/batch',
    '{"action":"toy.enter","inputs":[{}]}',
    {},
    404,
    'request.not-found',
  ],
  ['more than a mebibyte', '/toy/act', JSON.stringify({ name: 'x'.repeat(1 << 20) }), {}, 413, 'request.too-large'],
])('%s is refused', async (_what, path, body, headers, status, code) => {
  expect(await api().post(path, body, headers)).toMatchObject({ status, body: { code } });
});

test('a fault of ours tells the caller a reference and nothing else', async () => {
  const { post, faults } = api({ run: async () => Promise.reject(new Error('secret of the house')) });
  const { status, body } = await post('/toy/act', '{}');
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain('secret');
  expect(faults).toMatchObject([
    [expect.stringMatching(/^r[0-9a-f]{16}$/), '/toy/act', { message: 'secret of the house' }],
  ]);
  expect(body['title']).toContain((faults[0] as string[])[0]);
});

test('a lost database is told as such: try again', async () => {
  const { post } = api({ run: async () => Promise.reject(new LostConnection(new Error('gone'))) });
  expect(await post('/toy/act', '{}')).toMatchObject({ status: 503, body: { code: 'request.database-lost' } });
});

test('a refusal that no contract declares is a fault, not an answer', async () => {
  const { post } = api({ run: async () => Promise.reject(new Refused([{ code: 'toy.undeclared' }])) });
  expect((await post('/toy/act', '{}')).status).toBe(500);
});

test('one caller in a hurry is slowed, another is not', async () => {
  // All of it at one moment: on a slow machine the bucket would fill again meanwhile.
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  let address = '192.0.2.1';
  const { post } = api({ addressOf: () => address });
  const ask = async (): Promise<number> => (await post('/toy/act', '{"name":"x"}')).status;
  const statuses: number[] = [];
  for (let n = 0; n < 210; n++) statuses.push(await ask());
  expect(statuses).toEqual([...Array<number>(200).fill(200), ...Array<number>(10).fill(429)]);
  address = '192.0.2.2';
  expect(await ask()).toBe(200);
  address = '192.0.2.1';
  vi.setSystemTime(Date.now() + 100);
  expect(await ask()).toBe(200);
});

test('OpenAPI names every address, with input, answer and the codes of its refusals', async () => {
  const { app } = api();
  const document = (await (await app.request('/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { responses: Record<string, { description: string }>; operationId: string }>>;
  };
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths).toSorted()).toEqual([
    '/api/batch',
    '/api/toy/act',
    '/api/toy/enter',
    '/api/toy/look',
  ]);
  expect(document.paths['/api/toy/act']?.['post']?.responses['409']?.description).toContain('toy.no');
});

test('the description of the API is under the same limit as the rest of it', async () => {
  const { app } = api();
  const statuses = new Set<number>();
  for (let n = 0; n < 260; n++) statuses.add((await app.request('/openapi.json')).status);
  expect(statuses).toEqual(new Set([200, 429]));
});
