import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { command, demo, sallyport } from './sallyport.ts';

const evaluate = ['evaluate', '--register', demo, '--as-of', '2026-11-23', '--json'];

/** With standard output in a file, as a shell's `>` has it. */
function into(file: string, ...args: readonly string[]): { status: number | null; stderr: string } {
  const out = openSync(file, 'w');
  const { status, stderr } = spawnSync(process.execPath, [command, ...args], {
    stdio: ['ignore', out, 'pipe'],
    encoding: 'utf8',
    timeout: 300_000,
  });
  closeSync(out);
  return { status, stderr };
}

it('evaluate writes into a file what it writes into a pipe', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-output-'));
  const file = join(folder, 'duties.jsonl');
  expect(into(file, ...evaluate).status).toBe(0);
  const piped = sallyport(...evaluate).stdout;
  expect(piped.length).toBeGreaterThan(100_000);
  expect(readFileSync(file, 'utf8')).toBe(piped);
  rmSync(folder, { recursive: true });
});

it('a disk that is full is said in one sentence, with status 1', () => {
  for (const args of [evaluate, ['law', 'list']]) {
    const { status, stderr } = into('/dev/full', ...args, '--lang', 'zh');
    expect(status).toBe(1);
    expect(stderr.trim().split('\n').at(-1)).toBe('无法写出结果（ENOSPC），输出不完整。');
    expect(stderr).not.toContain('    at ');
  }
});
