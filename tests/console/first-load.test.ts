import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

// Built by scripts/setup.mjs before any test runs.
const built = new URL('../../packages/web/dist/', import.meta.url);
const page = readFileSync(new URL('index.html', built), 'utf8');
const scripts = readdirSync(new URL('assets/', built)).filter((name) => name.endsWith('.js'));

const kilobytes = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(new URL(`assets/${name}`, built))).length, 0) / 1000;

/** What a script brings with it before it can run. */
function closure(name: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const text = readFileSync(new URL(`assets/${name}`, built), 'utf8');
  for (const [, imported = ''] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
    closure(imported, found);
  return found;
}

const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(([, name = '']) => name);
/** The words of one language, fetched before anything is drawn; the larger one stands for both. */
const words = scripts.filter((name) => name.startsWith('words.')).toSorted((a, b) => kilobytes([b]) - kilobytes([a]));
const first = new Set([
  ...named.flatMap((name) => (name.endsWith('.js') ? [...closure(name)] : [name])),
  ...words.slice(0, 1),
]);
/** A slow line answers six requests at a time, and each round takes a while. */
const mostBefore = 6;
const mostWithFirst = 20;
const pages = scripts.filter((name) => /-page-/.test(name));

test('the first load is small: 207 KB compressed before any page, 232 KB with the first one, 247 KB with any other', () => {
  expect(kilobytes(first)).toBeLessThan(207);
  const withToday = new Set([...first, ...closure(pages.find((name) => name.startsWith('today-page-')) ?? '')]);
  expect(kilobytes(withToday)).toBeLessThan(232);
  expect(words).toHaveLength(2);
  expect(first.size).toBeLessThanOrEqual(mostBefore);
  expect(withToday.size).toBeLessThanOrEqual(mostWithFirst);
  expect(pages.length).toBeGreaterThan(8);
  const heavy = pages.filter((name) => kilobytes(new Set([...first, ...closure(name)])) > 245);
  expect(heavy).toEqual([]);
});

test('nothing of the page names another host', () => {
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
});
