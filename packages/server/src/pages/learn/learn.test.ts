import { clauseName, officialLine } from '@sallyport/core/law';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { readInstalledLaw } from '../../modules/law/index.ts';
import { securityHeaders } from '../../platform/http/security-headers.ts';
import { contents } from './content.ts';
import { learnPages } from './routes.ts';

const law = readInstalledLaw();
const line = officialLine(law, 'cn');
const app = new Hono().use(securityHeaders).route(
  '/learn',
  learnPages((clause) => clauseName(law, clause), line),
);
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers });
  return { response, text: await response.text() };
};
const paths = (['zh', 'en'] as const).flatMap((language) => [
  `/learn/${language}`,
  ...contents[language].topics.map(({ id }) => `/learn/${language}/${id}`),
]);

test.each(paths)('%s names the official line and has no script, form, cookie or address elsewhere', async (path) => {
  const { response, text } = await get(path);
  expect(response.status).toBe(200);
  expect(text).toContain(`href="tel:${line?.phone}"`);
  expect(text).not.toMatch(/\{(phone|site)\}/);
  expect(text).not.toMatch(/<script|<form|<input|<img|\son[a-z]+=|https?:\/\//i);
  expect(response.headers.get('set-cookie')).toBeNull();
  const nonce = /<style nonce="([^"]+)"/.exec(text)?.[1] ?? 'none';
  expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
});

test('both languages have the same topics, with the same clauses in the same places', () => {
  const shape = (language: 'zh' | 'en') =>
    contents[language].topics.map(({ id, parts }) => [
      id,
      parts.map(({ clauses, lines }) => ({ clauses, lines: lines.length })),
    ]);
  expect(shape('en')).toEqual(shape('zh'));
  expect(shape('zh').map(([id]) => id)).toEqual(['espionage', 'rights', 'report', 'false-report', 'protection']);
});

test('every clause that a page rests on exists and was read in the text', () => {
  const named = contents.zh.topics.flatMap(({ parts }) => parts.flatMap(({ clauses }) => clauses));
  expect(named.length).toBeGreaterThan(20);
  for (const clause of named) expect(law.clauses.get(clause)?.clause.sureness, clause).toBe('text');
});

test('the rights when questioned rest on the articles that give them', () => {
  const rights = contents.zh.topics.find(({ id }) => id === 'rights')?.parts.flatMap(({ clauses }) => clauses);
  const asked = [24, 25, 26, 27, 28, 29, 30, 31, 67, 68, 69].map((number) => `cn-cel-2023/art-${number}`);
  expect(rights).toEqual(expect.arrayContaining(asked));
});

test('whoever asks in English first is led to the English pages, everybody else to the Chinese', async () => {
  const led = async (headers: Record<string, string>) =>
    (await get('/learn', headers)).response.headers.get('location');
  expect(await led({ 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' })).toBe('/learn/en');
  expect(await led({ 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' })).toBe('/learn/zh');
  expect(await led({})).toBe('/learn/zh');
});

test('a topic that is none is not there', async () => {
  expect((await get('/learn/zh/none')).response.status).toBe(404);
});
