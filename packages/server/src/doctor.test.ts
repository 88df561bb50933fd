import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { backupFinding, databaseFinding, sealFinding, secretsFinding, shutOutFinding } from './doctor-parts.ts';

const data = mkdtempSync(join(tmpdir(), 'doctor-'));
afterAll(() => rmSync(data, { recursive: true }));

test('secrets that are not there are told apart from secrets that others can read', () => {
  expect(secretsFinding(data)).toMatchObject({ well: true, advice: null });
  mkdirSync(join(data, 'files'));
  const gone = secretsFinding(data);
  expect(gone.well).toBe(false);
  expect(gone.advice?.en).not.toContain('chmod');
  mkdirSync(join(data, 'secrets'), { mode: 0o700 });
  expect(secretsFinding(data).well).toBe(true);
  chmodSync(join(data, 'secrets'), 0o755);
  expect(secretsFinding(data).advice?.en).toContain('chmod');
  chmodSync(join(data, 'secrets'), 0o700);
  writeFileSync(join(data, 'secrets', 'journal-key.pem'), '', { mode: 0o644 });
  const readable = secretsFinding(data);
  expect(readable).toMatchObject({ well: false, what: { en: expect.stringContaining('journal-key.pem') } });
  rmSync(join(data, 'secrets', 'journal-key.pem'));
});

test('a last backup of the night before last is too old, and none on the first day is well', () => {
  const now = Date.now();
  expect(backupFinding(data, now)).toMatchObject({ well: true, what: { en: 'no backup yet' } });
  expect(backupFinding(data, now + 72 * 3_600_000).well).toBe(false);
  mkdirSync(join(data, 'backups'));
  for (const name of ['sallyport-20261120T192000Z.age', 'sallyport-20261121T192000Z.age', 'other.age'])
    writeFileSync(join(data, 'backups', name), '');
  const at = Date.UTC(2026, 10, 21, 19, 20);
  expect(backupFinding(data, at + 25 * 3_600_000)).toMatchObject({
    well: true,
    what: { en: 'the last backup is 25 hours old' },
  });
  expect(backupFinding(data, at + 49 * 3_600_000).well).toBe(false);
});

test('a database that does not answer is said with its code and without the password of its address', async () => {
  const found = await databaseFinding('postgres://somebody:a-secret@127.0.0.1:1/none');
  expect(found).toMatchObject({ well: false, what: { en: 'DATABASE_URL does not answer (ECONNREFUSED)' } });
  expect(JSON.stringify(found)).not.toContain('a-secret');
});

test('an organisation nobody can sign in to is told of, with the verb that mends it', () => {
  expect(shutOutFinding('sallyport_organisations_shut_out 0\n')?.well).toBe(true);
  expect(shutOutFinding('sallyport_organisations_shut_out 1\n')).toMatchObject({
    well: false,
    advice: { en: expect.stringContaining('sign-in-link') },
  });
  expect(shutOutFinding('')).toBeNull();
});

test('a journal that is not sealed any more is told of', () => {
  const said = (lag: string) => sealFinding(`# HELP x\nsallyport_journal_seal_lag_seconds ${lag}\n`);
  expect(said('0.4')?.well).toBe(true);
  expect(said('61')).toMatchObject({ well: false, what: { en: 'sealing the journal is 61 seconds behind' } });
  expect(sealFinding('')).toBeNull();
});
