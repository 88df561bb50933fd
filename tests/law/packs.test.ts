import { mutateRule, runExamples } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { expect, test } from 'vitest';
import { calendars, readPacks } from '../../packages/cli/src/law/read-packs.ts';
import { survivorReasons } from '../../packages/cli/src/law/survivors.ts';

const { law, problems, warnings } = readPacks();
const known = calendars();

test('the packs have no problems and no warnings', () => {
  expect(problems).toEqual([]);
  expect(warnings).toEqual([]);
});

test('every example of every rule holds', { timeout: 120_000 }, () => {
  expect(law.rules.flatMap((rule) => runExamples(rule, law, vocabulary, known))).toEqual([]);
});

test('every executable rule shows met, not met, a boundary day and a missing fact', () => {
  for (const rule of law.rules) {
    if (rule.standing) continue;
    const cases = new Set(rule.examples.map((example) => example.case));
    const settled = cases.has('met') || (rule.forbids !== null && cases.has('review'));
    expect(
      settled &&
        (cases.has('notMet') || cases.has('missed') || cases.has('review')) &&
        cases.has('boundary') &&
        cases.has('missing'),
      `${rule.id}: ${[...cases].join(' ')}`,
    ).toBe(true);
  }
});

test('the examples notice at least 95 % of all changes, and every survivor has its reason', {
  timeout: 120_000,
}, () => {
  const reasons = survivorReasons();
  const results = law.rules.map((rule) => mutateRule(rule, law, vocabulary, known));
  const total = results.reduce((sum, result) => sum + result.total, 0);
  const survivors = results.flatMap(({ rule, survivors: left }) => left.map((mutant) => `${rule} ${mutant.name}`));
  expect(total).toBeGreaterThan(2000);
  expect(survivors.length / total).toBeLessThanOrEqual(0.05);
  expect(survivors.filter((survivor) => !reasons.has(survivor))).toEqual([]);
  expect([...reasons.keys()].filter((reason) => !survivors.includes(reason))).toEqual([]);
});
