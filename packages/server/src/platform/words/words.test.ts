import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ExplainedError } from './explained-error.ts';
import { createWords, placeholders } from './words.ts';

const root = join(import.meta.dirname, '..', '..');
const folders = globSync('**/words.{zh,en}.json', { cwd: root }).map((file) => join(root, dirname(file)));
const sources = globSync('**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ folder: join(root, dirname(file)), text: readFileSync(join(root, file), 'utf8') }));

/** A key is written out, or put together from its parts. Folders that do not speak through `createWords` leave that to others. */
function isUsed(key: string, folder: string): boolean {
  const says = (text: string, part: string) =>
    new RegExp(`(?<![\\w-])${part.replaceAll('.', '\\.')}(?![\\w-])`).test(text);
  // What the reader of packages finds wrong with one is said by the files beside it.
  const beside = folder.replace(/platform\/files$/, 'platform/scorm');
  const own = sources.filter((source) => source.folder === folder || source.folder === beside).map(({ text }) => text);
  if (!own.some((text) => text.includes('createWords('))) return true;
  return key.split('.').every((part) => own.some((text) => says(text, part)));
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

test('there are words to check', () => expect(folders.length).toBeGreaterThanOrEqual(4));

describe.each([...new Set(folders)].toSorted())('the words of %s', (folder) => {
  const zh = read(join(folder, 'words.zh.json'));
  const en = read(join(folder, 'words.en.json'));

  test('have the same keys in both languages, in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  test.each(Object.keys(zh))('%s names the same values in both', (key) => {
    expect(placeholders(en[key] ?? '')).toEqual(placeholders(zh[key] ?? ''));
    expect(zh[key]).toMatch(/\p{Script=Han}/u);
    expect(en[key]).not.toMatch(/\p{Script=Han}/u);
    expect(en[key]?.trim()).not.toBe('');
  });

  test('are all used', () => {
    expect(Object.keys(zh).filter((key) => !isUsed(key, folder))).toEqual([]);
  });
});

test('puts values in, each in its language, and leaves what is missing visible', () => {
  const say = createWords({ greet: '{who}，您好：{what}' }, { greet: 'Hello {who}: {what}' });
  expect(say('greet', { who: { zh: '各位', en: 'all' } })).toEqual({
    zh: '各位，您好：{what}',
    en: 'Hello all: {what}',
  });
});

test('a value is never read as a placeholder', () => {
  const say = createWords({ a: '{x}{y}' }, { a: '{x}{y}' });
  expect(say('a', { x: '{y}', y: '$&' }).en).toBe('{y}$&');
});

test('an explained error says itself in both languages', () => {
  const error = new ExplainedError('some.thing', { zh: '不行', en: 'No' });
  expect(error.message).toBe('不行\nNo');
  expect(error.code).toBe('some.thing');
});
