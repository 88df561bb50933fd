import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hanOrder } from '../../../../../../scripts/han-order.ts';
import { gramsOf, soughtBy } from './grams.ts';
import { sortKeys } from './sort-key.ts';
import { surnames } from './surnames.ts';

const committed = readFileSync(new URL('./han-order.txt', import.meta.url), 'utf8');

const byteOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const inOrder = (names: readonly string[], language: 'zh' | 'en', surname = true): string[] =>
  names.toSorted((a, b) => byteOrder(sortKeys(a, { surname })[language], sortKeys(b, { surname })[language]));

test('the committed order of characters is the one the collator gives', () => {
  expect(hanOrder()).toBe(committed);
});

test('names without a surname of two readings stand as the collator puts them', () => {
  const { compare } = new Intl.Collator('zh-u-co-pinyin');
  const plain = Array.from(committed.replaceAll('\n', '')).filter((character) => surnames[character] === undefined);
  const common = fc.constantFrom(...plain.filter((character) => character < '\u{10000}'));
  fc.assert(
    fc.property(fc.array(fc.array(common, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 20 }), (all) => {
      const names = [...new Set(all.map((characters) => characters.join('')))];
      const twoReadings = names.some((name) => surnames[Array.from(name).slice(0, 2).join('')] !== undefined);
      fc.pre(!twoReadings);
      expect(inOrder(names, 'zh')).toEqual(names.toSorted(compare));
    }),
    { numRuns: 300 },
  );
});

test('a surname stands where it is read, and only in a person’s name', () => {
  expect(inOrder(['单雄信', '善先生', '商鞅', '丹青', '沙僧'], 'zh')).toEqual([
    '丹青',
    '沙僧',
    '善先生',
    '单雄信',
    '商鞅',
  ]);
  expect(inOrder(['单位办公室', '商务部', '党委'], 'zh', false)).toEqual(['单位办公室', '党委', '商务部']);
  expect(inOrder(['解晓东', '谢一', '姜二', '肖三'], 'zh')).toEqual(['姜二', '肖三', '谢一', '解晓东']);
  expect(inOrder(['尉迟恭', '魏征', '余一', '袁二'], 'zh')).toEqual(['魏征', '余一', '尉迟恭', '袁二']);
});

test('each reader finds the names of the own script first, whatever their case, width and accents', () => {
  const names = ['王二', 'Zoë', 'ａnna', '安一', 'Émile', 'bob'];
  expect(inOrder(names, 'zh')).toEqual(['安一', '王二', 'ａnna', 'bob', 'Émile', 'Zoë']);
  expect(inOrder(names, 'en')).toEqual(['ａnna', 'bob', 'Émile', 'Zoë', '安一', '王二']);
});

test('a character without a reading stands behind those that have one, and a key fits into an index', () => {
  expect(inOrder(['\u{2A6D6}', '座'], 'zh')).toEqual(['座', '\u{2A6D6}']);
  expect(Buffer.byteLength(sortKeys('座'.repeat(4000), { surname: true }).zh)).toBeLessThan(1000);
  expect(sortKeys(' ', { surname: true })).toEqual({ zh: '', en: '' });
});

test('grams are every two characters side by side, folded, each once', () => {
  expect(gramsOf('欧阳欧阳')).toEqual(['欧阳', '阳欧']);
  expect(gramsOf('Ａnn ')).toEqual(['an', 'nn']);
  expect(gramsOf('李')).toEqual([]);
});

test('a search finds a name that holds it and passes over one that only has its pairs', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '王', ' ', 'Ｂ'), minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(text, text, (name, asked) => {
      const { grams, holds } = soughtBy(asked);
      fc.pre(grams.length > 0);
      const folded = (value: string) => value.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
      const found = grams.every((gram) => gramsOf(name).includes(gram)) && (holds?.(name) ?? true);
      expect(found).toBe(folded(name).includes(folded(asked)));
    }),
    { numRuns: 1000 },
  );
  const { grams, holds } = soughtBy('abab');
  expect(grams.every((gram) => gramsOf('aba').includes(gram))).toBe(true);
  expect(holds?.('aba')).toBe(false);
});
