import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sallyport-folder-'));
});
afterEach(() => rmSync(home, { recursive: true }));

describe('making a folder', () => {
  it('makes those above it too, and leaves one that is there alone', () => {
    const folder = join(home, 'a', 'b', 'c');
    makeFolder(folder);
    makeFolder(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('refuses where a file is in the way', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => makeFolder(join(home, 'file'))).toThrow(/EEXIST/);
    expect(() => makeFolder(join(home, 'file', 'under'))).toThrow(/ENOTDIR|EEXIST/);
  });

  it('refuses where the file system takes no folders, and comes to an end', () => {
    expect(() => makeFolder('/proc/sallyport/register')).toThrow(/ENOENT|EACCES|EPERM|EROFS/);
  });
});
