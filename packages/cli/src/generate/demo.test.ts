import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statusCodes } from '@sallyport/core/duties';
import { expect, it } from 'vitest';
import { readRegister } from '../register/read-folder.ts';
import { folderSink } from './fact-writer.ts';
import { defaultAsOf, generateRegister } from './generate-register.ts';

const demo = join(import.meta.dirname, '../../demo');

it('the demo register is whole; its README says how to make it again', async () => {
  const { register, problems } = await readRegister(demo);
  expect(problems).toEqual([]);
  expect(register.tables.get('person')?.ids).toHaveLength(60);
  expect(register.tables.get('trip')?.ids).toHaveLength(40);
});

it('the demo register says that it is one', async () => {
  const { register } = await readRegister(demo);
  expect(register.tables.get('organisation')?.columns['name']?.values).toEqual(['渝江精密仪器研究院（示例）']);
});

/** The statuses of all duties that the packs give for a register, by the command itself. */
function statusesOf(register: string): Set<string> {
  const command = join(import.meta.dirname, '../../bin/sallyport.mjs');
  const lines = execFileSync(
    process.execPath,
    [command, 'evaluate', '--register', register, '--as-of', defaultAsOf, '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return new Set(Array.from(lines.matchAll(/"status":"([a-z]+)"/g), (match) => match[1] ?? ''));
}

it('the demo register shows every status of a duty', { timeout: 60_000 }, () => {
  expect([...statusesOf(demo)].toSorted()).toEqual(statusCodes.toSorted());
});

it('so does a small generated one', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-statuses-'));
  generateRegister(
    { people: 20, trips: 10, seed: '3', asOf: defaultAsOf, demo: false, kinds: null },
    folderSink(folder),
  );
  expect([...statusesOf(folder)].toSorted()).toEqual(statusCodes.toSorted());
});
