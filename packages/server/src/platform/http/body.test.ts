import { request } from 'node:http';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refused } from '../actions/refusal.ts';
import { readBody } from './body.ts';
import { type Listening, listenOnPort } from './listen.ts';

let listening: Listening & { readonly port: number };
beforeAll(async () => {
  const app = new Hono().post('/', async (c) => c.text(String((await readBody(c.req.raw)).length)));
  app.onError((error, c) => c.text(error instanceof Refused ? error.message : 'fault', 413));
  listening = await listenOnPort(app.fetch, '127.0.0.1', 0);
});
afterAll(() => listening.stop());

/** Sent in pieces, without saying how much it is. */
const inPieces = (pieces: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: listening.port, method: 'POST' }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += String(part);
      });
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    for (const piece of pieces) sent.write(piece);
    sent.end();
  });

test('a body sent in pieces is read, and one that grows over a mebibyte is refused', async () => {
  expect(await inPieces(['{"a":', '1}'])).toBe('7');
  expect(await inPieces(Array.from({ length: 16 }, () => 'x'.repeat(65_536)))).toBe(String(1 << 20));
  expect(await inPieces([...Array.from({ length: 16 }, () => 'x'.repeat(65_536)), 'x'])).toBe('request.too-large');
});
