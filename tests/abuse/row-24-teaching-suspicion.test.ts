import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isReviewed, lintText } from '@sallyport/core/courses';
import { expect, test } from 'vitest';

// PEOPLE.md, abuse row 24: education that teaches suspicion of origin. The corpus is tests/courses/lint.test.ts.

const tries = [
  ['zh', '与外国人交往要多留个心眼，很可能别有用心。'],
  ['zh', '有海外关系的人员存在较大风险。'],
  ['zh', '信教的同事思想复杂，应当多加留神。'],
  ['zh', '请留意身边同事的言论，发现异常及时记录。'],
  ['en', 'Be careful with foreigners who take an interest in your work.'],
  ['en', 'Staff with relatives abroad are an insider risk.'],
  // One letter of another alphabet, or one that is not seen, gets nobody past it.
  ['en', 'Be careful with f\u043Ereigners who take an interest in your work.'],
  ['en', 'Be careful with for\u200Beigners who take an interest in your work.'],
] as const;

test.each(tries)('abuse row 24: it is not taught, in whatever letters (%s): %s', (language, said) => {
  expect(lintText(said, language, { part: 'text' })).not.toBeNull();
});

test('abuse row 24: one person twice, or somebody who read it before it was changed, is no review of two', () => {
  const review = (by: string, hash = 'as it stands') => ({ by, on: '2026-11-20', hash });
  const of = (...reviews: ReturnType<typeof review>[]) => isReviewed({ hash: 'as it stands', reviews });
  expect(of(review('wang'))).toBe(false);
  expect(of(review('wang'), review('wang'))).toBe(false);
  expect(of(review('wang'), review('li', 'as it was'))).toBe(false);
  expect(of(review('wang'), review('li'))).toBe(true);
});

test('abuse row 24: no question or lesson that comes with it has a field for where somebody is from', () => {
  const folder = join(import.meta.dirname, '../../packages/packs/courses');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:yaml|md)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');
    expect([name, /^\s*(?:origin|nationality|country):/m.test(text)]).toEqual([name, false]);
  }
});
