import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { officialLine } from '@sallyport/core/law';
import { afterAll, expect, test } from 'vitest';
import { readInstalledLaw } from '../../modules/law/read-packs.ts';
import { consoleFiles } from './console-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'console-'));
afterAll(() => rmSync(folder, { recursive: true }));
const shell = readFileSync(new URL('../../../../web/index.html', import.meta.url), 'utf8');
writeFileSync(join(folder, 'index.html'), shell);
const script = `console.log(${JSON.stringify('平安门'.repeat(2000))});`;
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'assets', 'first.js'), script);
writeFileSync(join(folder, 'assets', 'short.js'), 'export {};');
writeFileSync(join(folder, 'assets', 'picture.png'), Buffer.alloc(5000));
const phone = officialLine(readInstalledLaw(), 'cn')?.phone ?? '';
const app = consoleFiles(folder, phone);

test.each(['/', '/sign-in', '/mine', '/acts', '/no-such-page'])(
  'the page at %s has the official line without its script, and tells the script',
  async (path) => {
    const text = await (await app.request(path)).text();
    expect(phone).toBe('12339');
    expect(text).toContain(`<meta name="official-line" content="${phone}" />`);
    expect(/<noscript>(.*?)<\/noscript>/.exec(text)?.[1]).toContain(phone);
    expect(text).not.toContain('__LINE__');
  },
);

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
] as const)('a script is sent packed to whom takes “%s”', async (accepted, coding, unpack) => {
  for (const _ of ['packed', 'kept']) {
    const answer = await app.request('/assets/first.js', { headers: { 'accept-encoding': accepted } });
    expect(answer.headers.get('content-encoding')).toBe(coding);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    const body = Buffer.from(await answer.arrayBuffer());
    expect(body.length).toBeLessThan(script.length / 10);
    expect(unpack(body).toString()).toBe(script);
  }
});

test.each([
  ['/assets/first.js', ''],
  ['/assets/first.js', 'identity, gzip;q=0, br;q=0'],
  ['/assets/short.js', 'gzip, br'],
  ['/assets/picture.png', 'gzip, br'],
  ['/', 'gzip, br'],
])('%s is sent as it is to whom takes “%s”', async (path, accepted) => {
  const answer = await app.request(path, { headers: { 'accept-encoding': accepted } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-encoding')).toBeNull();
});
