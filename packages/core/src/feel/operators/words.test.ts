import { describe, expect, it } from 'vitest';
import type { Type } from '../types.ts';
import { allOperators } from './index.ts';

const types: readonly Type[] = [
  'boolean',
  'integer',
  'decimal',
  'string',
  'word',
  'day',
  'instant',
  'months',
  'duration',
  'null',
  { ref: 'trip' },
  { list: 'day' },
];

/** What a reader is shown: everything but the places of the arguments. */
const said = (text: string): string => text.replaceAll(/\{\d…?\}|\{…；(\p{L}+)\}|\{…; (\w+)\}/gu, ' $1$2 ');
const places = (text: string): string[] => [...text.matchAll(/\{(?:\d…?|…)/g)].map(([place]) => place).toSorted();

describe.each(allOperators)('the words of $name', ({ words }) => {
  const all = types.flatMap((type) => [words([type, type]), words(['null', type])]);

  it('hold no sign and no identifier', () => {
    for (const { zh, en } of all) {
      expect(said(zh)).toMatch(/^[\p{Script=Han}\s，：；]*$/u);
      expect(said(en)).toMatch(/^[a-z\s,;]*$/);
    }
  });

  it('say the same arguments in both languages', () => {
    for (const { zh, en } of all) expect(places(zh)).toEqual(places(en));
  });
});

it('follows what is compared', () => {
  const later = allOperators.find(({ name }) => name === '>');
  expect(later?.words(['day', 'day'])).toEqual({ zh: '{0}晚于{1}', en: '{0} is after {1}' });
  expect(later?.words(['integer', 'integer'])).toEqual({ zh: '{0}大于{1}', en: '{0} is more than {1}' });
  expect(later?.words(['null', 'duration'])).toEqual({ zh: '{0}长于{1}', en: '{0} is longer than {1}' });
});
