import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Kind } from '@sallyport/core/facts';
import type { Problems } from '@sallyport/server/tabular/file-problem';
import { kindNamed } from '@sallyport/server/tabular/kind-names';
import { CliFailure } from '../failure.ts';
import { readyFolder } from './ready-folder.ts';

export type FileForm = 'jsonl' | 'csv' | 'xlsx';
export type RegisterFile = {
  readonly kind: Kind;
  readonly path: string;
  readonly name: string;
  readonly form: FileForm;
};

const forms: Readonly<Record<string, FileForm>> = { '.jsonl': 'jsonl', '.csv': 'csv', '.xlsx': 'xlsx' };

export const formOf = (path: string): FileForm | null => forms[extname(path).toLowerCase()] ?? null;

/** Notes to people, hidden files, and what a spreadsheet leaves beside a file it has open. */
const passedOver = /^(\.|~\$|readme\b|license\b)/i;

/** Whether a folder holds a file that would count as part of a register, in any of its forms, or an import not yet in its place. */
export const holdsRegister = (folder: string): boolean =>
  existsSync(folder) &&
  (existsSync(readyFolder(folder)) ||
    readdirSync(folder).some((name) => !passedOver.test(name) && formOf(name) !== null));

/** A file that a register of this folder would be refused for; null where there is none. */
export const strangerIn = (folder: string): string | null =>
  existsSync(folder) ? (readdirSync(folder).find((name) => !passedOver.test(name)) ?? null) : null;

/** The files of a register folder, one a kind. What an import has finished but not yet put in its place counts already. */
export function findRegisterFiles(folder: string, problems: Problems): RegisterFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new CliFailure(
      { zh: '没有这个登记信息文件夹：{folder}', en: 'There is no such register folder: {folder}' },
      { folder },
    );
  }
  const ready = readyFolder(folder);
  const names = new Map<string, string>();
  for (const name of readdirSync(folder)) if (!passedOver.test(name)) names.set(name, join(folder, name));
  if (existsSync(ready)) for (const name of readdirSync(ready)) names.set(name, join(ready, name));

  const found = new Map<string, RegisterFile>();
  for (const [name, path] of [...names].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const form = statSync(path).isFile() ? formOf(name) : null;
    const kind = kindNamed(basename(name, extname(name)));
    const other = kind && found.get(kind.name);
    if (!form || !kind) problems.add(name, null, null, 'unknown-file');
    else if (other) problems.add(name, null, null, 'two-files', { kind: kind.label, other: other.name });
    else found.set(kind.name, { kind, path, name, form });
  }
  return [...found.values()];
}
