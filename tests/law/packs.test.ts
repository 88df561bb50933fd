import { mutateRule, runExamples } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { type Node, type Type, walk } from '@sallyport/core/feel';
import type { Rule } from '@sallyport/core/law';
import { expect, test } from 'vitest';
import { calendars, readPacks } from '../../packages/cli/src/law/read-packs.ts';
import { survivorReasons } from '../../packages/cli/src/law/survivors.ts';

const { law, problems, warnings } = readPacks();
const known = calendars();

test('the packs have no problems and no warnings', () => {
  expect(problems).toEqual([]);
  expect(warnings).toEqual([]);
});

test('every example of every rule holds', { timeout: 300_000 }, () => {
  expect(law.rules.flatMap((rule) => runExamples(rule, law, vocabulary, known))).toEqual([]);
});

/** Whether a fact that nobody gave may leave it unknown when a rule begins, or whether it applies. */
const mayLack = (rule: Rule): boolean => lacks(rule.variants[0].on, 'day') || lacks(rule.applies, 'boolean');

function lacks(node: Node | null, type: Type): boolean {
  let lacking = false;
  if (node)
    walk(node, (part) => {
      const field = part.form === 'field' ? vocabulary.kinds.get(part.kind)?.fields[part.field] : undefined;
      lacking ||= field?.nullable === true && field.type === type;
    });
  return lacking;
}

test('every executable rule shows met, not met, a boundary day and, where one may be missing, a missing fact', () => {
  for (const rule of law.rules) {
    if (rule.standing) continue;
    const cases = new Set(rule.examples.map((example) => example.case));
    expect(
      cases.has('met') &&
        (cases.has('notMet') || cases.has('missed') || cases.has('review')) &&
        cases.has('boundary') &&
        (cases.has('missing') || !mayLack(rule)),
      `${rule.id}: ${[...cases].join(' ')}`,
    ).toBe(true);
  }
});

test('the examples notice at least 95 % of all changes, and every survivor has its reason', {
  timeout: 300_000,
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
