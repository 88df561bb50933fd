import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vocabulary } from '@sallyport/core/facts';
import { type PackProblem, readLaw } from '@sallyport/core/law';
import { packsFolder } from '@sallyport/packs';
import { assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { unequal } from '../support/both-languages.ts';

const folder = join(packsFolder, 'cn-cq-2023');
const texts = new Map(
  [
    'instrument.yaml',
    'clauses.yaml',
    'standing.yaml',
    'parallels.yaml',
    'rules/pre-departure-education.yaml',
    'rules/check-in-abroad.yaml',
  ].map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

/** Whatever a pack holds, reading it ends in a law and a list of places, never in an exception. */
function read(name: string, text: string): readonly PackProblem[] {
  const { problems } = readLaw(new Map([['cn-cq-2023', new Map([...texts, [name, text]])]]), vocabulary);
  for (const problem of problems) {
    expect(problem.line).toBeGreaterThan(0);
    expect(problem.column).toBeGreaterThan(0);
    expect(unequal(problem.message)).toEqual([]);
  }
  return problems;
}

const names = constantFrom(...texts.keys());
const pieces = constantFrom(
  'null',
  '{',
  '}',
  '[',
  '- ',
  ': ',
  '"',
  '&a ',
  '*a',
  '!!js/function x',
  '\u0000',
  '\ud800',
  '&',
  '#',
  '\t',
  'zh',
  '__proto__: 1',
  'constructor',
  '9'.repeat(400),
  '('.repeat(1000),
  'on: ',
  '~',
  '2023-02-30',
  '|\n',
  '? ',
  '%YAML 9\n',
);

test('a pack with a piece put in, taken out or written over is read or refused', () => {
  assert(
    property(
      tuple(names, integer({ min: 0, max: 1_000_000 }), integer({ min: 0, max: 30 }), pieces),
      ([name, at, cut, piece]) => {
        const text = texts.get(name) ?? '';
        const from = at % (text.length + 1);
        read(name, text.slice(0, from) + piece + text.slice(from + cut));
      },
    ),
    { numRuns: 150 },
  );
}, 300_000);

test('any text at all in place of a file is read or refused', () => {
  assert(
    property(names, string({ unit: 'binary', maxLength: 300 }), (name, text) => void read(name, text)),
    { numRuns: 150 },
  );
}, 300_000);

test.each([
  ['brackets', '['.repeat(20_000)],
  ['maps', '{a: '.repeat(3000)],
  ['lists', '- '.repeat(20_000)],
  ['indents', Array.from({ length: 1200 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ['quotes', '"'.repeat(9999)],
  ['lines left open', '- [a\n'.repeat(3000)],
  ['keys', 'a: 1\n'.repeat(3000)],
])('a file of nothing but %s is refused in a few sentences, and none is the program’s own', (_, text) => {
  const problems = read('clauses.yaml', text).filter(({ file }) => file === 'cn-cq-2023/clauses.yaml');
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThanOrEqual(21);
  expect(problems.map(({ message }) => message.zh + message.en).join()).not.toMatch(/stack/i);
});

test('a file larger than a pack can be is refused at once', () => {
  expect(read('clauses.yaml', '- '.repeat(1_500_000))[0]?.message.en).toMatch(/longer than/);
});

test('every rule, cut off anywhere, is read or refused', () => {
  const rules = readdirSync(join(folder, 'rules'));
  assert(
    property(constantFrom(...rules), integer({ min: 0, max: 10_000 }), (rule, at) => {
      const text = readFileSync(join(folder, 'rules', rule), 'utf8');
      read(`rules/${rule}`, text.slice(0, at % text.length));
    }),
    { numRuns: 60 },
  );
}, 300_000);
