import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'sallyport-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The commands of the section, as a newcomer copies them. */
function commandsOf(section: string): string[] {
  const [, after = ''] = readFileSync(join(root, 'README.md'), 'utf8').split(`${section}\n`);
  const [, block = ''] = after.split('```');
  return block.split('\n').filter((line) => line.startsWith('npx sallyport '));
}

/** A shell runs them, because the pattern *.csv is the shell's to resolve; only the two places are of the test. */
function run(command: string) {
  const line = command
    .replace('npx sallyport', '"$NODE" packages/cli/bin/sallyport.mjs')
    .replaceAll('my-register', '"$REGISTER"');
  const env = { ...process.env, NODE: process.execPath, REGISTER: join(folder, 'my-register') };
  return spawnSync('sh', ['-c', line], { encoding: 'utf8', cwd: root, timeout: 300_000, env });
}

it('the commands of “with your own register” run as written, from ledgers to a reason', () => {
  const commands = commandsOf('## 用自己的登记信息 / With your own register');
  expect(commands.map((command) => command.split(' ')[2])).toEqual(['import', 'import', 'evaluate', 'explain']);
  const output = commands.map((command) => {
    const { status, stdout, stderr } = run(command);
    expect(status, `${command}\n${stderr}`).toBe(0);
    return stdout;
  });
  const [, , duties = '', reason = ''] = output;
  expect(duties.trim().split('\n').length).toBeGreaterThan(10);
  expect(duties).toContain('cn-cq-2023/debrief-after-return\tX1\t');
  expect(reason).toMatch(/X1[^]*嘉陵测绘研究所[^]*C2026-01/);
});
