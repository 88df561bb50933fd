import { expect, test } from 'vitest';
import type { TestModule } from 'vitest/node';
import { count } from './closing-line.ts';

function moduleOf(states: string[], errors = 0, suiteErrors = 0): TestModule {
  const list = (n: number) => Array.from({ length: n }, () => new Error('of the test'));
  return {
    errors: () => list(errors),
    children: {
      allSuites: () => [{ errors: () => list(suiteErrors) }],
      allTests: () => states.map((state) => ({ result: () => ({ state }) })),
    },
  } as unknown as TestModule;
}

test('counts what ran', () => {
  const modules = [moduleOf(['passed', 'failed', 'skipped']), moduleOf(['passed', 'pending'])];
  expect(count(modules, 0)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

test('counts a file that cannot be read, a failing hook and a stray rejection as failures', () => {
  expect(count([moduleOf([], 1)], 0).failed).toBe(1);
  expect(count([moduleOf(['skipped'], 0, 2)], 0).failed).toBe(1);
  expect(count([moduleOf(['passed'])], 3)).toEqual({ passed: 1, failed: 3, skipped: 0 });
});
