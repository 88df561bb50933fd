import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packsFolder } from '../../packages/packs/src/index.ts';
import { copiedRuns, packPrints, printsOf, readPrints } from '../../scripts/law-prints.ts';

/**
 * No text of ours in Chinese has 16 characters in a row that stand in one of the ten instruments whose text was to be had. What is kept of them is
 * 85 kB of prints, no sentence: docs/packs.md, "In our own words", says how they are made.
 */
const prints = readPrints(readFileSync(new URL('instruments.prints', import.meta.url)));

/** Names and lists of terms, which say the same thing only in the same words. Each is still met, or it goes from here. */
const terms: Readonly<Record<string, string>> = {
  中华人民共和国保守国家秘密法实施条例: 'name of an instrument',
  中华人民共和国反间谍法实施细则: 'name of an instrument',
  中华人民共和国保守国家秘密法: 'name of an instrument',
  中华人民共和国个人信息保护法: 'name of an instrument',
  公民举报危害国家安全行为奖励办法: 'name of an instrument',
};

type Text = { readonly at: string; readonly text: string };

function chinese(value: unknown, at: string): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]): Text[] => {
    if (key === 'zh' && typeof part === 'string') return [{ at, text: part }];
    const named: unknown = typeof part === 'object' && part !== null && 'id' in part ? part.id : key;
    return chinese(part, `${at} ${String(named)}`);
  });
}

const texts: readonly Text[] = readdirSync(packsFolder, { recursive: true, encoding: 'utf8' })
  .filter((name) => !name.startsWith('src') && !name.includes('node_modules'))
  .flatMap((name) => {
    const read = (): string => readFileSync(join(packsFolder, name), 'utf8');
    const at = relative(packsFolder, join(packsFolder, name));
    if (name.endsWith('.yaml')) return chinese(parse(read()), at);
    return name.endsWith('.zh.md') ? [{ at, text: read() }] : [];
  });

const withoutTerms = (text: string): string =>
  Object.keys(terms).reduce((rest, term) => rest.replaceAll(term, '#'), text);

test('no text of a pack or a course repeats a sentence of an instrument', () => {
  expect(texts.length).toBeGreaterThan(2000);
  const copied = texts.flatMap(({ at, text }) =>
    withoutTerms(text)
      .split('#')
      .flatMap((part) => copiedRuns(part, prints))
      .map((run) => `${at}: ${run}`),
  );
  expect(copied).toEqual([]);
});

test('every term that is let through stands in a text', () => {
  const unmet = Object.keys(terms).filter((term) => !texts.some(({ text }) => text.includes(term)));
  expect(unmet).toEqual([]);
});

test('a run of sixteen characters is always noticed, wherever it stands and however it is punctuated', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
  fc.assert(
    fc.property(fc.array(han, { minLength: 40, maxLength: 80 }), fc.nat(24), fc.nat(15), (law, from, comma) => {
      const kept = readPrints(Buffer.from(packPrints(printsOf(law.join('')))));
      const run = law.slice(from, from + 16);
      const sentence = `我们说${[...run.slice(0, comma), '，', ...run.slice(comma)].join('')}的意思`;
      expect(copiedRuns(sentence, kept)).not.toEqual([]);
    }),
  );
});
