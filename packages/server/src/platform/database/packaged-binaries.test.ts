import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { nobody } from './account.ts';
import { preparePackaged } from './packaged-binaries.ts';

const isRoot = process.getuid?.() === 0;

let base: string;
let native: string;
let cache: string;

/** A package with the shape of the real one, and a small program in place of the server. */
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'sallyport-test-'));
  chmodSync(base, 0o755);
  cache = join(base, 'cache/sallyport');
  native = join(base, 'package/native');
  mkdirSync(join(base, 'cache'));
  mkdirSync(join(native, 'bin'), { recursive: true });
  mkdirSync(join(native, 'lib/deep'), { recursive: true });
  writeFileSync(join(base, 'package/package.json'), JSON.stringify({ version: '18.4.0' }));
  // Runs only when its library is there under the name of the link.
  writeFileSync(join(native, 'bin/postgres'), '#!/bin/sh\ntest -r "$(dirname "$0")/../lib/libicu.so.60"\n', {
    mode: 0o644,
  });
  writeFileSync(join(native, 'lib/libicu.so.60.2'), 'library');
  const links = [{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }];
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

test('makes the links and run bits that the install script would have made', () => {
  expect(preparePackaged(native, undefined, cache)).toBe(join(native, 'bin'));
  expect(lstatSync(join(native, 'lib/libicu.so.60')).isSymbolicLink()).toBe(true);
  expect(statSync(join(native, 'bin/postgres')).mode & 0o111).toBe(0o111);
  expect(preparePackaged(native, undefined, cache)).toBe(join(native, 'bin'));
});

describe.runIf(isRoot)('in a folder that the account cannot enter', () => {
  beforeEach(() => chmodSync(join(base, 'package'), 0o700));

  test('runs from a copy that anyone can read and only root can change', () => {
    const usual = process.umask(0o077);
    onTestFinished(() => void process.umask(usual));
    const bin = preparePackaged(native, nobody(), cache);
    expect(bin).toMatch(/cache\/sallyport\/postgresql-18\.4\.0-.*\/bin$/);
    expect(statSync(join(bin, '../lib/deep')).mode & 0o777).toBe(0o755);
    expect(statSync(join(bin, '../lib/libicu.so.60.2'))).toMatchObject({ uid: 0, mode: 0o100_644 });
  });

  test('makes the copy once', () => {
    const bin = preparePackaged(native, nobody(), cache);
    const made = statSync(bin).ctimeMs;
    expect(preparePackaged(native, nobody(), cache)).toBe(bin);
    expect(statSync(bin).ctimeMs).toBe(made);
  });

  test('does not run a copy that others can write to', () => {
    const bin = preparePackaged(native, nobody(), cache);
    chmodSync(join(bin, '..'), 0o777);
    expect(() => preparePackaged(native, nobody(), cache)).toThrow(/can be written by others/);
  });
});
