import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { CliFailure } from '../failure.ts';
import { makeFolder } from '../make-folder.ts';
import { readyFolder } from '../register/ready-folder.ts';

type NewFile = { readonly name: string; readonly lines: Iterable<string> };

/** An import under way: nobody else imports into the register between its reading and its writing. */
export type OpenImport = {
  /** Writes the files all or none. */
  commit(files: readonly NewFile[]): void;
  /** Leaves nothing of an import that wrote nothing, not even the folder it would have made. */
  end(): void;
};

const working = /^\.importing-(\d+)$/;

/**
 * The files of an import are made in a folder beside the register's; the import is done at the moment that folder gets the name under which
 * readers look first; then each file goes to its place, and whoever comes next finishes what was left. The folder is there from the beginning:
 * of two imports that read the same register, the later to write would undo the other.
 */
export function openImport(register: string): OpenImport {
  const draft = join(register, `.importing-${process.pid}`);
  const made = inWords(register, () => {
    const folders = makeFolder(register);
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft);
    return folders;
  });
  const end = (): void => {
    rmSync(draft, { recursive: true, force: true });
    for (const folder of made.toReversed()) if (readdirSync(folder).length === 0) rmdirSync(folder);
  };
  try {
    refuseSecondImport(register);
    putInPlace(register);
  } catch (error) {
    end();
    throw error;
  }
  return {
    end,
    commit: (files) =>
      inWords(register, () => {
        for (const file of files) writeLines(join(draft, file.name), file.lines);
        syncFolder(draft);
        renameSync(draft, readyFolder(register));
        syncFolder(register);
        putInPlace(register);
      }),
  };
}

/** Moves the files of a finished import to their places. */
function putInPlace(register: string): void {
  const ready = readyFolder(register);
  if (!existsSync(ready)) return;
  for (const name of readdirSync(ready)) renameSync(join(ready, name), join(register, name));
  rmdirSync(ready);
  syncFolder(register);
}

/** What an import that was broken off left behind is removed; one that still runs is waited for by the user. */
function refuseSecondImport(register: string): void {
  for (const name of readdirSync(register)) {
    const pid = Number(working.exec(name)?.[1] ?? 0);
    if (pid === 0 || pid === process.pid) continue;
    if (isRunning(pid)) {
      throw new CliFailure(
        {
          zh: '另一次导入正在写入 {register}。请等它结束。',
          en: 'Another import is writing to {register}. Wait until it ends.',
        },
        { register },
      );
    }
    rmSync(join(register, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function writeLines(path: string, lines: Iterable<string>): void {
  const handle = openSync(path, 'wx');
  try {
    let text = '';
    for (const line of lines) {
      text += `${line}\n`;
      if (text.length > 1 << 20) {
        writeSync(handle, text);
        text = '';
      }
    }
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** So that the new names outlive a loss of power; where the system cannot do that for a folder, it does without. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function inWords<T>(register: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    throw asFailure(error, register);
  }
}

function asFailure(error: unknown, register: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const reason = String(error.code);
  return new CliFailure(
    {
      zh: '无法写入 {register}({reason})。没有改动任何文件。',
      en: 'Cannot write to {register} ({reason}). No file was changed.',
    },
    { register, reason },
  );
}
