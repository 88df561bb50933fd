import { createHash, createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSealer } from '../secrets/sealer.ts';
import { createFiles, type Files, type KeptFile } from './files.ts';
import { type FileRefused, usualLimits } from './kinds.ts';

let folder: string;
let files: Files;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-test-'));
  files = createFiles({ folder, sealer: createSealer({ key: createSecretKey(randomBytes(32)) }) });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('keeps evidence and gives back what its hash says', async () => {
  const kept: KeptFile | FileRefused = await files.keep({
    name: '签到.csv',
    source: [Buffer.from('姓名\n'), Buffer.from('张三\n')],
  });
  if (!kept.ok) throw new Error(kept.code);
  const back = await buffer(await files.read(kept));
  expect(createHash('sha256').update(back).digest('hex')).toBe(kept.sha256);
  expect(kept).toMatchObject({ name: '签到.csv', kind: 'csv', mime: 'text/csv', size: back.length });
  expect(await files.remove(kept.id)).toBe(true);
});

test('nothing of a refused file reaches the disk', async () => {
  expect(await files.keep({ name: 'a.txt', source: [Buffer.from('绝密★\n')] })).toMatchObject({ code: 'file.marked' });
  expect(readdirSync(folder)).toEqual([]);
});

test('counts the files of a request before any is read', () => {
  expect(files.refuseCount(usualLimits.count)).toBeNull();
  expect(files.refuseCount(usualLimits.count + 1)).toMatchObject({ code: 'file.too-many', phrase: { zh: /10个/ } });
});
