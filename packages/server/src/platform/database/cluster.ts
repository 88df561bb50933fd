import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, handOver } from './account.ts';
import { type Binaries, majorOf } from './binaries.ts';
import { serverEnvironment } from './environment.ts';
import { DatabaseStartError } from './start-error.ts';

/** The owner of everything, used to migrate; the program's work runs under lesser roles. */
export const owner = 'sallyport';
export const databaseName = 'sallyport';

export type Cluster = { readonly data: string; readonly password: string };

/** Opens the cluster in the folder, making it on the first start. */
export async function openCluster(
  folder: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<Cluster> {
  const cluster = join(folder, 'cluster');
  if (!existsSync(cluster)) await makeCluster(folder, cluster, binaries, account, durable);
  const data = join(cluster, 'data');
  refuseOtherVersion(data, binaries);
  return { data, password: readFileSync(join(cluster, 'password'), 'utf8') };
}

/** Made aside and moved into place, so that a start that was cut off, or two at once, never leave half a cluster. */
async function makeCluster(
  folder: string,
  cluster: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  const making = mkdtempSync(join(folder, 'making-'));
  const run = (program: string, args: string[], input = '') =>
    runProgram(join(binaries.folder, program), args, account, making, input);
  try {
    const passwordFile = join(making, 'password');
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    handOver(passwordFile, account);
    handOver(making, account);
    const data = join(making, 'data');
    await run('initdb', [
      `--pgdata=${data}`,
      `--username=${owner}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${neutralLocale()}`,
      ...(durable ? [] : ['--no-sync']),
    ]);
    const [unsynced, create] = [durable ? [] : ['-c', 'fsync=off'], `CREATE DATABASE ${databaseName};\n`];
    await run('postgres', ['--single', '-D', data, '-c', 'shared_buffers=1MB', ...unsynced, 'postgres'], create);
    renameSync(making, cluster);
    if (durable) syncFolder(folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another process was first: its cluster is the one.
    if (!existsSync(cluster)) throw error;
  }
}

async function runProgram(file: string, args: string[], account: Account, cwd: string, input: string): Promise<void> {
  const running = promisify(execFile)(file, args, { ...account, cwd, env: serverEnvironment() });
  // A program that fails before it has read its input is reported by its own words, not by the broken pipe.
  running.child.stdin?.on('error', () => undefined).end(input);
  try {
    await running;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new DatabaseStartError('database.failed', {
      zh: `${file} 没有建成数据库：${stderr?.trim() || message}`,
      en: `${file} could not make the database: ${stderr?.trim() || message}`,
    });
  }
}

/** Compares by code point and knows letters beyond ASCII; systems without that locale have at least the comparison. */
function neutralLocale(): string {
  return process.platform === 'linux' ? 'C.UTF-8' : 'C';
}

function refuseOtherVersion(data: string, binaries: Binaries): void {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (Number(made) === majorOf(binaries.version)) return;
  throw new DatabaseStartError('database.other-version', {
    zh: `${data} 中的数据库由 PostgreSQL ${made} 建立，这里的程序是 ${binaries.version}，不能打开。`,
    en: `The database in ${data} was made by PostgreSQL ${made}; the programs here are ${binaries.version} and cannot open it.`,
  });
}

/** After a power cut the name must be there as well as the files. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
