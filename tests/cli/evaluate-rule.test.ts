import { expect, it } from 'vitest';
import { demo, jsonLines, sallyport } from './sallyport.ts';

type Line = { readonly rule: string; readonly subject: string };
const evaluate = (...args: readonly string[]) =>
  sallyport('evaluate', '--register', demo, '--as-of', '2026-11-23', ...args);
const lines = (...args: readonly string[]): Line[] => {
  const { status, stdout, stderr } = evaluate(...args, '--json');
  expect(status, stderr).toBe(0);
  return jsonLines(stdout) as Line[];
};

it('--rule lists the duties of the rules named, by whole or short name, exactly as evaluate lists them among all', () => {
  const wanted = ['cn-cq-2023/debrief-after-return', 'org-policy/interview-copy-given'];
  const all = lines();
  const some = lines('--rule', 'cn-cq-2023/debrief-after-return', 'interview-copy-given');
  expect(some.length).toBeGreaterThan(5);
  expect(some).toEqual(all.filter(({ rule }) => wanted.includes(rule)));
});

it('--rule evaluates what the rule follows, and lists it not', () => {
  const rule = 'org-policy/interview-copy-given';
  const alone = lines('--rule', rule);
  expect(alone.length).toBeGreaterThan(0);
  expect(new Set(alone.map((line) => line.rule))).toEqual(new Set([rule]));
  expect(lines('--rule', rule, '--engine', 'explain')).toEqual(alone);
});

it('--rule refuses a name that no rule has, and says which are near', () => {
  const { status, stdout, stderr } = evaluate('--rule', 'debrief-after-retun', '--lang', 'en');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/debrief-after-retun/);
});
