import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ExplainedError } from '../words/explained-error.ts';
import { createWords, type Values } from '../words/words.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

const say = createWords(zh, en);

export const refused = (key: keyof typeof zh, values: Values): ExplainedError =>
  new ExplainedError(`secrets.${key}`, say(key, values));

const posix = process.platform !== 'win32';

/**
 * Writes all the files, or none: the folder gets its name when all in it is on the disk. Returns false, with nothing
 * changed, when the folder was there already.
 */
export function writePrivateFolder(folder: string, files: ReadonlyMap<string, string>, random: string): boolean {
  const making = `${folder}.${random}.new`;
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
    mkdirSync(making, { mode: 0o700 });
    for (const [name, content] of files) writeDurably(join(making, name), content);
    syncFolder(making);
    if (!takeName(making, folder)) return false;
    syncFolder(dirname(folder));
    return true;
  } catch (error) {
    throw refused('not-written', { path: folder, reason: (error as NodeJS.ErrnoException).code ?? '' });
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** The system refuses when the name is taken by a folder with something in it. */
function takeName(making: string, folder: string): boolean {
  try {
    renameSync(making, folder);
    return true;
  } catch (error) {
    if (isThere(folder)) return false;
    throw error;
  }
}

/** The files' contents; an optional one that is not there is `null`. Refuses what others could have read or put there. */
export function readPrivateFolder<Name extends string, Optional extends string>(
  folder: string,
  names: readonly Name[],
  optional: readonly Optional[],
): Record<Name, string> & Record<Optional, string | null> {
  const { isFolder } = inspect(folder, '700') ?? missing(folder);
  if (!isFolder) throw refused('not-a-file', { path: folder });
  const read = (name: string): string | null => {
    const path = join(folder, name);
    const found = inspect(path, '600');
    if (found === null) return null;
    if (!found.isFile) throw refused('not-a-file', { path });
    return readFileSync(path, 'utf8');
  };
  return Object.fromEntries([
    ...names.map((name) => [name, read(name) ?? missing(join(folder, name))]),
    ...optional.map((name) => [name, read(name)]),
  ]) as Record<Name, string> & Record<Optional, string | null>;
}

export const isThere = (path: string): boolean => stat(path) !== null;

const missing = (path: string): never => {
  throw refused('missing', { path });
};

function stat(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

function inspect(path: string, mode: string): { isFile: boolean; isFolder: boolean } | null {
  const found = stat(path);
  if (found === null) return null;
  if (posix && !found.isSymbolicLink()) {
    if ((found.mode & 0o077) !== 0) throw refused('open-to-others', { path, mode });
    const self = process.getuid?.();
    if (self !== 0 && found.uid !== self) throw refused('not-ours', { path });
  }
  return { isFile: found.isFile(), isFolder: found.isDirectory() };
}

function writeDurably(path: string, content: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(folder: string): void {
  // Windows has no such call for folders.
  if (!posix) return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
