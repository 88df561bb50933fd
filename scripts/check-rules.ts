// Checks the borders of .dependency-cruiser.cjs, and that they were checked at all: with a TypeScript it cannot use,
// dependency-cruiser reports "no violations" over no modules.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Raised as the repository grows; never lowered to get past a check. */
const leastModules = 1500;

const folders = ['packages', 'scripts', 'tests', 'bench'].filter((folder) => existsSync(folder));

type Report = {
  modules: { source: string }[];
  summary: {
    violations: { from: string; to: string; rule: { name: string } }[];
    ruleSetUsed: { forbidden: { name?: string; comment?: string }[] };
  };
};

const { modules, summary } = cruise();
const ours = modules.filter(({ source }) => /\.(tsx?|mjs)$/.test(source) && !source.includes('node_modules/'));
const reasons = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));

for (const { from, to, rule } of summary.violations) {
  console.error(`${from} -> ${to}\n  ${rule.name}: ${reasons.get(rule.name) ?? ''}`);
}
if (ours.length < leastModules) {
  console.error(`Only ${ours.length} modules were seen, at least ${leastModules} are there: the check did not work.`);
}
console.log(`Borders: ${ours.length} modules, ${summary.violations.length} violations.`);
process.exitCode = summary.violations.length > 0 || ours.length < leastModules ? 1 : 0;

function cruise(): Report {
  const run = spawnSync('depcruise', [...folders, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  });
  if (run.error !== undefined || run.stdout === '') {
    throw new Error(`dependency-cruiser did not run: ${run.error?.message ?? run.stderr}`);
  }
  return JSON.parse(run.stdout) as Report;
}
