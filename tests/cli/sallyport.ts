import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const command = join(import.meta.dirname, '../../packages/cli/bin/sallyport.mjs');
export const demo = join(import.meta.dirname, '../../packages/cli/demo');

export type Run = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the command as its users do: a program of its own, no shell. */
export const sallyport = (...args: readonly string[]): Run => sallyportWith({}, ...args);

export function sallyportWith(env: Readonly<Record<string, string>>, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    timeout: 180_000,
    maxBuffer: 100_000_000,
    env: { ...process.env, DATABASE_URL: '', ...env },
  });
  return { status, stdout, stderr };
}

export const jsonLines = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
