import { expect, test } from 'vitest';
import { articleNumber, articlesIn, numberFault } from './article-number.ts';

test.each([
  ['18', { from: 18, to: 18, item: null }],
  ['第18条', { from: 18, to: 18, item: null }],
  ['1-3', { from: 1, to: 3, item: null }],
  ['18(1)', { from: 18, to: 18, item: '1' }],
  ['18（一）', { from: 18, to: 18, item: '一' }],
  ['第18条第（一）项', { from: 18, to: 18, item: '一' }],
  ['0', null],
  ['3-1', null],
  ['1-3(2)', null],
  ['117.7(c)', null],
  ['eighteen', null],
])('%s is read as what it says', (text, number) => {
  expect(articleNumber(text)).toEqual(number);
});

test.each([
  ['99', ['1'], 'number-beyond'],
  ['28-30', ['1'], 'number-beyond'],
  ['about 18', ['1'], 'number-form'],
  ['18', ['18'], 'number-taken'],
  ['18（1）', ['18(1)'], 'number-taken'],
  ['18(1)', ['18(3)', '18'], null],
  ['18', ['1-18'], null],
])('%s beside %s in an instrument of 29 articles: %s', (number, others, fault) => {
  expect(numberFault(number, 29, others)).toBe(fault);
});

test('where articles are not counted a number has any form, and is had once', () => {
  expect(numberFault('117.7(c)', undefined, ['117.7(d)'])).toBeNull();
  expect(numberFault('117.7(c)', undefined, ['117.7(c)'])).toBe('number-taken');
});

test('articles are counted, not clauses or numbers', () => {
  expect(articlesIn(['18(1)', '18(3)', '1-3', '2'])).toEqual(new Set([18, 1, 2, 3]));
});
