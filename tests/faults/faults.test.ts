import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { faults } from './faults.ts';

// A process of its own: only there can the core be loaded again, a fault at a time, without touching a file.
it(`sees each of ${faults.length} planted faults within 2,000 cases`, { timeout: 600_000 }, async () => {
  const run = spawn(process.execPath, [fileURLToPath(new URL('run.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [told, complaints] = await Promise.all([text(run.stdout), text(run.stderr)]);
  const lines = told.trim().split('\n');
  const summary = lines.pop();
  expect(
    lines.filter((line) => !line.startsWith('caught')),
    complaints,
  ).toEqual([]);
  expect(lines.length, complaints).toBeGreaterThanOrEqual(40);
  console.log(summary);
});
