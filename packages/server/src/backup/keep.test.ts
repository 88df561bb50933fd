import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropOldBackups, nextBackupFile } from './keep.ts';

let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sallyport-keep-'));
});
afterEach(() => rmSync(data, { recursive: true }));

const made = Date.UTC(2026, 10, 23, 4, 5, 6);
const days = (count: number): number => count * 86_400_000;

test('a backup is kept for 35 days and not a day longer; other files are left alone', () => {
  const file = nextBackupFile(data, made);
  expect(file.endsWith('/backups/sallyport-20261123T040506Z.age')).toBe(true);
  writeFileSync(file, '');
  writeFileSync(join(data, 'backups', 'of-somebody-else.age'), '');
  expect(dropOldBackups(data, made + days(35))).toBe(0);
  expect(dropOldBackups(data, made + days(35) + 1000)).toBe(1);
  expect(readdirSync(join(data, 'backups'))).toEqual(['of-somebody-else.age']);
});
