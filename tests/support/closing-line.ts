import type { Reporter, TestCase, TestModule, TestRunEndReason, TestSuite } from 'vitest/node';
import { chromiumPath } from './chromium.ts';

type Counts = { passed: number; failed: number; skipped: number };

/** Ends the output of a run with `N passed, N failed`, the line that continuous integration reads. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly unknown[], end: TestRunEndReason): void {
    const { passed, failed, skipped } = count(modules, strayErrors.length);
    // A run that broke before its first test, such as in the setup of the servers, has no failed test to count.
    const failures = end === 'failed' ? Math.max(failed, 1) : failed;
    const lines = [databasesOf(modules), browserLine(), `${passed} passed, ${failures} failed`];
    if (skipped > 0) lines.unshift(`Skipped: ${skipped}.`);
    // At the very end of the process, after all that other reporters and the tear-down print.
    process.once('exit', () => process.stdout.write(`\n${lines.join('\n')}\n`));
  }
}

/** A file that cannot be read, a hook that throws and a stray rejection each count as a failure of their own. */
export function count(modules: readonly TestModule[], strayErrors: number): Counts {
  const counts = { passed: 0, failed: strayErrors, skipped: 0 };
  for (const module of modules) {
    const parts: (TestModule | TestSuite)[] = [module, ...module.children.allSuites()];
    counts.failed += parts.filter((part) => part.errors().length > 0).length;
    for (const test of module.children.allTests()) counts[stateOf(test)] += 1;
  }
  return counts;
}

function stateOf(test: TestCase): keyof Counts {
  const { state } = test.result();
  return state === 'pending' ? 'skipped' : state;
}

function browserLine(): string {
  const path = chromiumPath();
  return path === null
    ? 'Browser: Chromium was NOT there, and no page was tried (apt-get install chromium fonts-noto-cjk).'
    : `Browser: ${path}.`;
}

function databasesOf(modules: readonly TestModule[]): string {
  const project = modules.find((module) => module.project.name === 'database')?.project;
  const servers = project?.getProvidedContext().databaseServers ?? [];
  if (servers.length === 0) return 'Databases: no test that needs one ran.';
  const was = servers.some(({ major }) => major === 15) ? 'was there too' : 'was NOT there';
  return `Databases: ${servers.map(({ name }) => name).join(', ')}. PostgreSQL 15 ${was}.`;
}
