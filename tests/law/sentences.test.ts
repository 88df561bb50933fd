import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectBothLanguages } from '../support/both-languages.ts';
import { readSmallPack, ruleText } from './small-pack.ts';

const core = join(import.meta.dirname, '../../packages/core/src');
const files = globSync('{feel,law,courses}/**/*.ts', { cwd: core }).filter((name) => !name.endsWith('.test.ts'));

/** Templates whose Chinese and English stand side by side, as nearly all do. */
const pairs = files.flatMap((name) =>
  [
    ...readFileSync(join(core, name), 'utf8').matchAll(
      /\bzh: (['"`])([^\n]*)\1,\s*en: (['"`])([^\n]*?)\3(?= ?[,}\n])/g,
    ),
  ].map(([, , zh = '', , en = '']) => [name, zh, en] as const),
);

/** What a template puts in, without the language it is put in by and the mark a list is joined by. */
const putIn = (template: string): string[] =>
  [
    ...new Set(
      [...template.matchAll(/\$\{([^{}]+)\}/g)].map(([, code = '']) =>
        code.replace(/\b(zh|en)\b/, '').replace(/\.join\('.*'\)/, ''),
      ),
    ),
  ].toSorted();

test('there are pairs to look at', () => {
  expect(pairs.length).toBeGreaterThan(250);
});

test.each(pairs)('%s: %s', (_, zh, en) => {
  expect(en).not.toMatch(/\p{Script=Han}/u);
  // A part that is Chinese itself, a name, or a word of the language of rules.
  expect(/\p{Script=Han}|\bzh\}/u.test(zh) || zh === en).toBe(true);
});

/** A choice inside a template is told apart by the tests that make it. */
const plain = pairs.filter(([, zh, en]) => !/\$\{[^}]*[?`]/.test(zh + en));

test.each(plain)('%s puts the same into both: %s', (_, zh, en) => {
  expect(putIn(zh)).toEqual(putIn(en));
});

test('a warning speaks both languages', () => {
  const { warnings } = readSmallPack(ruleText({ applies: 'traveller.trip.returnedOn < traveller.trip.departsOn' }));
  expect(warnings.length).toBeGreaterThan(0);
  for (const { message } of warnings) expectBothLanguages(message);
});
