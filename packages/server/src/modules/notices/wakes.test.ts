import { expect, test } from 'vitest';
import { readInstalledLaw } from '../law/index.ts';
import { wakes } from './wakes.ts';

const { rules } = readInstalledLaw();
const ruleOf = (id: string) => rules.find((rule) => rule.id === id);

test('each is a rule of the law as it is installed, under the clause it names', () => {
  for (const { rule, clause, reason } of wakes) {
    expect([rule, ruleOf(rule)?.clauses]).toEqual([rule, expect.arrayContaining([clause])]);
    expect(reason.zh).toMatch(/小时|立即/);
    expect(reason.en).toMatch(/hours|at once/);
  }
  expect(new Set(wakes.map(({ rule }) => rule)).size).toBe(wakes.length);
});
