import { vocabulary } from '@sallyport/core/facts';
import { confirmedArticles, type PackFiles, readLaw } from '@sallyport/core/law';
import { expect, test } from 'vitest';
import { expectBothLanguages } from '../support/both-languages.ts';
import { ruleText, smallPackTexts } from './small-pack.ts';

const overlay = (changes: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    overlay: 'test-2024',
    citation: '{ zh: 公报, en: Gazette }',
    confirmedBy: '[甲, 乙]',
    confirmedOn: '2026-12-01',
    textHash: `sha256:${'0'.repeat(64)}`,
    clauses: '[{ id: report, number: "7", heading: { zh: 报告, en: Report } }]',
    ...changes,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');

const readWith = (text: string, rule = ruleText()) => {
  const files: PackFiles = new Map([
    ['test-2024', smallPackTexts(rule)],
    ['ours', new Map([['overlay.yaml', text]])],
  ]);
  return readLaw(files, vocabulary);
};

test('a confirmed clause has its number, is sure, says who confirmed it and keeps its id', () => {
  const { law, problems } = readWith(overlay());
  expect(problems).toEqual([]);
  expect(law.clauses.get('test-2024/report')?.clause).toMatchObject({
    id: 'report',
    number: '7',
    heading: { en: 'Report' },
    sureness: 'text',
    confirmed: { by: ['甲', '乙'], on: '2026-12-01' },
  });
});

test('confirming a clause lets its rules do what only a text that was read may do', () => {
  const gate = ruleText({ clauses: '[test-2024/report]', gates: '[trip.depart]' });
  expect(
    readWith(overlay({ clauses: '[{ id: art-1 }]' }), gate)
      .problems.map((problem) => problem.message.en)
      .join(),
  ).toMatch(/official trips only/);
  expect(readWith(overlay(), gate).problems).toEqual([]);
});

test.each([
  ['one person', { confirmedBy: '[甲]' }, /two people/],
  ['the same person twice', { confirmedBy: '[甲, 甲]' }, /another person/],
  ['no hash', { textHash: 'none' }, /sha256/],
  ['a pack that is not there', { overlay: 'elsewhere' }, /there is no pack/],
  ['a clause that is not there', { clauses: '[{ id: nowhere }]' }, /has no clause nowhere/],
  ['a number that is taken', { clauses: '[{ id: report, number: "1" }]' }, /has this number already/],
])('an overlay with %s is refused', (_, changes, reason) => {
  const { problems } = readWith(overlay(changes));
  expect(problems.map((problem) => problem.message.en).join('\n')).toMatch(reason);
  for (const problem of problems) expectBothLanguages(problem.message);
  expect(problems[0]?.file).toBe('ours/overlay.yaml');
});

/** The small pack as an instrument of nine articles. */
const ofNine = (numbers: readonly [string, string]) => {
  const texts = smallPackTexts(ruleText());
  const instrument = `${texts.get('instrument.yaml') ?? ''}articles: 9\n`;
  const clauses = `[{ id: art-1, number: "${numbers[0]}" }, { id: report, number: "${numbers[1]}" }]`;
  return readLaw(
    new Map([
      ['test-2024', new Map([...texts, ['instrument.yaml', instrument]])],
      ['ours', new Map([['overlay.yaml', overlay({ clauses })]])],
    ]),
    vocabulary,
  );
};

test.each<[readonly [string, string], RegExp]>([
  [['1', '10'], /has 9 articles/],
  [['1', '8-10'], /has 9 articles/],
  [['1', 'one'], /18, 1-3 or 18\(1\)/],
  [['7(1)', '7（1）'], /has this number already/],
])('the numbers %s are refused', (numbers, reason) => {
  const { problems } = ofNine(numbers);
  expect(problems.map(({ message }) => message.en).join()).toMatch(reason);
  for (const { message } of problems) expectBothLanguages(message);
});

test('two items share an article, which counts once', () => {
  const { law, problems } = ofNine(['7(1)', '7(2)']);
  expect(problems).toEqual([]);
  const clauses = [...(law.editions[0]?.clauses.values() ?? [])];
  expect(confirmedArticles(clauses, 9)).toEqual({ confirmed: 1, articles: 9 });
});

test('a file beside an overlay is refused, and not passed over', () => {
  const files: PackFiles = new Map([
    ['test-2024', smallPackTexts(ruleText())],
    [
      'ours',
      new Map([
        ['overlay.yaml', overlay()],
        ['rules/own.yaml', ruleText()],
        ['instrument.yaml', 'id: ours\n'],
      ]),
    ],
  ]);
  const { problems } = readLaw(files, vocabulary);
  expect(problems.map(({ file }) => file)).toEqual(['ours/instrument.yaml', 'ours/rules/own.yaml']);
  for (const problem of problems) expectBothLanguages(problem.message);
});

test('how many articles are confirmed is counted by number', () => {
  const { law } = readWith(overlay());
  const clauses = [...(law.editions[0]?.clauses.values() ?? [])];
  expect(confirmedArticles(clauses, 29)).toEqual({ confirmed: 2, articles: 29 });
  expect(confirmedArticles(clauses, undefined)).toBeNull();
});
