import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseStartError } from './start-error.ts';

/** The account the server runs under; `undefined` means the program's own. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/**
 * Makes the folder if need be, closes it to everyone else, and says which account it belongs to.
 * PostgreSQL refuses to run as root, so a program started by root gives the folder away: to the account that owns it
 * already (an operator's choice, by `chown`), otherwise to `nobody`.
 */
export function claimFolder(folder: string): Account {
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o700);
    return undefined;
  }
  const account = ownerOf(folder) ?? giveToNobody(folder);
  chmodSync(folder, 0o700);
  refuseUnreachable(folder, account);
  return account;
}

/** The unprivileged account that root falls back on. */
export function nobody(): { uid: number; gid: number } {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout));
  if (!uid || !gid) {
    throw new DatabaseStartError('database.folder-foreign', {
      zh: 'PostgreSQL 不以 root 运行，而本机没有账户 nobody：请以其他用户启动程序，或者用 chown 把数据库文件夹交给一个普通账户。',
      en: 'PostgreSQL does not run as root, and this machine has no account "nobody": start the program as another user, or give the database folder to one with chown.',
    });
  }
  return { uid, gid };
}

/** Passes a path that root has just made on to the account. */
export function handOver(path: string, account: Account): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}

function ownerOf(folder: string): Account {
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}

function giveToNobody(folder: string): NonNullable<Account> {
  // A folder in use for something else must not change hands behind the operator's back.
  if (readdirSync(folder).length > 0) {
    throw new DatabaseStartError('database.folder-foreign', {
      zh: `${folder} 属于 root 且不是空的。PostgreSQL 不以 root 运行：请把该文件夹及其全部内容交给运行它的账户（chown -R 账户 文件夹）。`,
      en: `${folder} belongs to root and is not empty. PostgreSQL does not run as root: give the folder and all in it to the account that shall run it (chown -R ACCOUNT FOLDER).`,
    });
  }
  const account = nobody();
  handOver(folder, account);
  return account;
}

function refuseUnreachable(folder: string, account: NonNullable<Account>): void {
  // Asked by trying: modes alone do not tell of access lists and mounts.
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { ...account, cwd: '/' });
  if (tried.status === 0) return;
  throw new DatabaseStartError('database.folder-closed', {
    zh: `PostgreSQL 以普通账户 ${account.uid} 运行，而该账户进不了 ${folder}：它的上级文件夹不让通过。请把数据文件夹放到别处（如 /var/lib 下），或者允许通过上级文件夹（chmod o+x）。`,
    en: `PostgreSQL runs as the unprivileged account ${account.uid}, and that account cannot enter ${folder}: a folder above it is closed. Choose a data folder elsewhere, such as below /var/lib, or open the folders above it for passing (chmod o+x).`,
  });
}
