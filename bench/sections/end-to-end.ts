// A folder of JSONL with 100,000 trips to sorted duties on disk, as a user has it: one command in a fresh process, four rules.
import { spawnSync } from 'node:child_process';
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { fourRuleIds } from '../support/four-rules.ts';
import { registerFolder, travelKinds } from '../support/register-folder.ts';
import { atMost, figure } from '../support/row.ts';
import { bestOf } from '../support/time.ts';

const register = registerFolder(20_000, 100_000, travelKinds);
const program = fileURLToPath(new URL('../../packages/cli/bin/sallyport.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sallyport-end-to-end-'));
const file = join(folder, 'duties.jsonl');
try {
  const ms = bestOf(5, evaluate);
  figure('100k trips: duties on disk', await sortedLines(), 'duties');
  atMost('100k trips: JSONL folder to sorted duties on disk, fresh process', ms / 1000, 's', 3);
} finally {
  rmSync(folder, { recursive: true });
}

function evaluate(): void {
  const out = openSync(file, 'w');
  const asked = ['--register', register, '--as-of', '2026-11-23', '--json', '--rule', ...fourRuleIds];
  const { status } = spawnSync(process.execPath, [program, 'evaluate', ...asked], { stdio: ['ignore', out, 'ignore'] });
  closeSync(out);
  if (status !== 0) throw new Error(`evaluate ended with ${status}`);
}

/** Counts the lines and holds them to the order of rule and subject. */
async function sortedLines(): Promise<number> {
  let lines = 0;
  let last = '';
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { rule, subject } = JSON.parse(line) as { rule: string; subject: string };
    const key = `${rule} ${subject}`;
    if (key <= last) throw new Error(`${key} stands behind ${last}`);
    last = key;
    lines++;
  }
  return lines;
}
