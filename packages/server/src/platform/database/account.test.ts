import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimFolder, nobody } from './account.ts';

const isRoot = process.getuid?.() === 0;

let base: string;
let folder: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'sallyport-test-'));
  chmodSync(base, 0o755);
  folder = join(base, 'database');
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

test('makes the folder and closes it to others', () => {
  claimFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

// Root gives the folder away; anybody else runs the database as themselves.
test('runs as the program itself unless that is root', () => {
  expect(claimFolder(folder)).toEqual(isRoot ? nobody() : undefined);
});

describe.runIf(isRoot)('started by root', () => {
  test('gives a new folder to nobody', () => {
    expect(claimFolder(folder)).toEqual(nobody());
    expect(statSync(folder)).toMatchObject(nobody());
  });

  test('runs as the owner of the folder when that is not root', () => {
    mkdirSync(folder);
    chownSync(folder, 12_345, 12_346);
    expect(claimFolder(folder)).toEqual({ uid: 12_345, gid: 12_346 });
  });

  test('does not give away a folder that root uses for something else', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter'), '');
    expect(() => claimFolder(folder)).toThrow(/belongs to root and is not empty/);
    expect(statSync(folder).uid).toBe(0);
  });

  test('says so when a folder above is closed to the account', () => {
    chmodSync(base, 0o700);
    expect(() => claimFolder(folder)).toThrow(/cannot enter .*: a folder above it is closed/);
  });
});
