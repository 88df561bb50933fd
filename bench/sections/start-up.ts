// How long the program takes until it answers, and the memory it then holds: a first start with the demo, and a later one.
import { spawnSync } from 'node:child_process';
import { makeDataFolder, startProgram } from '../../tests/support/program.ts';
import { figure } from '../support/row.ts';

const folder = makeDataFolder();
try {
  await time('first start, with the demo');
  await time('later start');
} finally {
  folder.remove();
}

async function time(what: string): Promise<void> {
  const begun = performance.now();
  const program = await startProgram(folder.data);
  try {
    figure(`start-up: ${what}, until it answers`, (performance.now() - begun) / 1000, 's');
    figure(`start-up: ${what}, memory of the program`, megabytes(['-p', String(program.pid)]), 'MB');
  } finally {
    await program.stop();
  }
}

function megabytes(which: readonly string[]): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', ...which], { encoding: 'utf8' });
  return Number(stdout) / 1000;
}
