import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sqlTexts } from './sql-texts.ts';

const folder = new URL('./sql/', import.meta.url);
const texts = sqlTexts();

test('there is one file of statements a pack, and no other', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...texts.keys()].map((pack) => `${pack}.sql`).toSorted());
});

test.each([...texts])('the statements of %s are the committed ones (npm run golden writes them)', (pack, text) => {
  expect(readFileSync(new URL(`${pack}.sql`, folder), 'utf8')).toBe(text);
});
