import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';
import { DatabaseStartError } from './start-error.ts';

/**
 * Gives the folder of binaries the account can run: the package's own, completed, or a copy where the package lies
 * in a folder the account may not enter or the program may not complete.
 */
export function preparePackaged(native: string, account: Account, cache = cacheFolder()): string {
  tryToComplete(native);
  if (runsAs(native, account)) return join(native, 'bin');
  const copy = join(cache, `postgresql-${packageVersion(native)}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) makeCopy(native, copy);
  refuseForeign(copy);
  if (runsAs(copy, account)) return join(copy, 'bin');
  throw new DatabaseStartError('database.no-binaries', {
    zh: `${copy} 中的 PostgreSQL 程序不能运行。`,
    en: `The PostgreSQL programs in ${copy} do not run.`,
  });
}

/** npm packages hold no links, and installs here run no scripts: the links are made on first use. */
function complete(native: string): void {
  for (const { source, target } of linksOf(native)) {
    // The list counts from the package's folder: "native/lib/…".
    const link = join(native, relative('native', target));
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // Another process made it in between.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  for (const program of readdirSync(join(native, 'bin'))) {
    const file = join(native, 'bin', program);
    if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

function tryToComplete(native: string): void {
  try {
    complete(native);
  } catch {
    // A package owned by someone else, or on a read-only disk: whether it runs as it is, is asked next.
  }
}

function linksOf(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : [];
}

function runsAs(native: string, account: Account): boolean {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...account, stdio: 'ignore' }).status === 0;
}

function packageVersion(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string };
  return version;
}

/** Made aside and moved into place, so that no other process ever runs half a copy. */
function makeCopy(native: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true });
  openForReading(dirname(copy));
  const making = mkdtempSync(`${copy}-`);
  try {
    cpSync(native, making, { recursive: true, verbatimSymlinks: true });
    complete(making);
    for (const entry of readdirSync(making, { recursive: true, encoding: 'utf8' })) openForReading(join(making, entry));
    openForReading(making);
    renameSync(making, copy);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another process was first: its copy is as good.
    if (!existsSync(copy)) throw error;
  }
}

/** Whatever the umask was: a private copy would be closed to the very account it is made for. */
function openForReading(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644);
}

/** Attack stopped: somebody else prepares the copy, and we run their program. */
function refuseForeign(copy: string): void {
  for (const path of [dirname(copy), copy]) {
    const { uid, mode } = statSync(path);
    if (uid === process.getuid?.() && (mode & 0o022) === 0) continue;
    throw new DatabaseStartError('database.folder-foreign', {
      zh: `${path} 属于他人，或者他人可以改写，因此不运行其中的程序。请把它删除。`,
      en: `${path} belongs to someone else or can be written by others, so its programs are not run. Remove it.`,
    });
  }
}

function cacheFolder(): string {
  if (process.getuid?.() === 0) return '/var/cache/sallyport';
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'sallyport');
}
