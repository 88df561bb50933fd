import { expect, test } from 'vitest';

type Words = Readonly<Record<string, string>>;

const catalogues = import.meta.glob<Words>('../**/words.*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts'], {
  eager: true,
  import: 'default',
  query: '?raw',
});
const source = Object.values(sources).join('\n');

const chinese = Object.keys(catalogues).filter((path) => path.endsWith('words.zh.json'));
/** Values that only choose a form must be said as well. */
const forms = (sentence: string): string[] =>
  [...sentence.matchAll(/\{([a-zA-Z]+)\|[^|}]*\|[^|}]*\}/g)].map(([, name]) => name ?? '');
const placeholders = (sentence: string): string[] =>
  [...sentence.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name ?? '').toSorted();

test('each catalogue says the same in both languages, with the same values', () => {
  expect(chinese.length).toBeGreaterThan(3);
  for (const path of chinese) {
    const [zh, en] = [catalogues[path] ?? {}, catalogues[path.replace('.zh.', '.en.')] ?? {}];
    expect(Object.keys(en), path).toEqual(Object.keys(zh));
    for (const [key, sentence] of Object.entries(zh))
      expect(placeholders(en[key] ?? ''), key).toEqual(placeholders(sentence));
  }
});

test('the forms of one and of many go with a value that is said', () => {
  const sentences = Object.values(catalogues).flatMap((words) => Object.values(words));
  const counted = sentences.filter((sentence) => sentence.includes('|'));
  expect(counted.length).toBeGreaterThan(5);
  for (const sentence of counted) {
    expect(placeholders(sentence), sentence).toEqual(expect.arrayContaining(forms(sentence)));
    expect(sentence.replaceAll(/\{[a-zA-Z]+(\|[^|}]*\|[^|}]*)?\}/g, ''), sentence).not.toMatch(/[{|}]/);
  }
});

test('no key stands in two catalogues, and none is said nowhere', () => {
  const keys = chinese.flatMap((path) => Object.keys(catalogues[path] ?? {}));
  expect(new Set(keys).size).toBe(keys.length);
  // A key is named whole, or as the beginning of a template (`status.${status}`).
  const unused = keys.filter(
    (key) => !source.includes(`'${key}'`) && !source.includes(`\`${key.replace(/[^.]+$/, '')}\${`),
  );
  expect(unused).toEqual([]);
});

test('no Chinese stands outside the catalogues but the name of the language itself', () => {
  const strays = Object.entries(sources).flatMap(([path, text]) =>
    text
      .split('\n')
      .filter((line) => !/^\s*(\/\*|\*|\/\/)/.test(line) && /[\u4e00-\u9fff]/.test(line.replace("'中文'", '')))
      .map((line) => `${path}: ${line.trim()}`),
  );
  // Said while nothing could be fetched, and words that people type.
  const known = /app\/api\.ts|^\.\/api\.ts|finder\/same-words\.ts/;
  expect(strays.filter((line) => !known.test(line))).toEqual([]);
});

test('Chinese stands beside figures and Latin without a space, and has punctuation of its own', () => {
  const said = chinese.flatMap((path) => Object.entries(catalogues[path] ?? {}));
  const spaced = /[\u4e00-\u9fff，。；：、“”（）] [A-Za-z0-9{]|[A-Za-z0-9}] [\u4e00-\u9fff，。；：、“”（）]/;
  const narrow = /[\u4e00-\u9fff}][(:;,!?]|[()][\u4e00-\u9fff]/;
  expect(said.filter(([, sentence]) => spaced.test(sentence) || narrow.test(sentence))).toEqual([]);
});

test('English says one of a thing as one', () => {
  // A value and a noun in the plural behind it, without the form for one.
  const counted = /\{(?:count|size|rows|done|letters|hidden|clauses|rules|duties)\} [a-z]+s\b/;
  const english = Object.keys(catalogues).filter((path) => path.endsWith('words.en.json'));
  const said = english.flatMap((path) => Object.entries(catalogues[path] ?? {}));
  expect(said.filter(([, sentence]) => counted.test(sentence) && !/\{\w+\|/.test(sentence))).toEqual([]);
});
