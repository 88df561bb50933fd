import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { newestBackup } from './backup/keep.ts';
import type { Phrase } from './platform/words/words.ts';

/** One thing looked at: whether it is well, and what to do where it is not. */
export type Finding = { readonly what: Phrase; readonly well: boolean; readonly advice: Phrase | null };

export const finding = (zh: string, en: string, well: boolean, advice: Phrase | null = null): Finding => ({
  what: { zh, en },
  well,
  advice: well ? null : advice,
});

const mebibyte = 2 ** 20;
/** Less room than this ends in a full disk soon. */
const leastFree = 1024 * mebibyte;
const hour = 3_600_000;

export function secretsFinding(data: string): Finding {
  const secrets = join(data, 'secrets');
  if (!existsSync(secrets)) {
    // Without its keys a database is a closed book, and new ones would open nothing of it.
    const began = existsSync(join(data, 'database')) || existsSync(join(data, 'files'));
    return finding(
      began ? `密钥文件夹 ${secrets} 不在了` : `密钥文件夹 ${secrets} 还没有，首次启动时会建立`,
      began ? `the secrets ${secrets} are gone` : `no secrets ${secrets} yet: the first start makes them`,
      !began,
      {
        zh: '请不要启动程序；从保管处取回 secrets，或者从备份恢复。',
        en: 'Do not start the program; bring the folder back from where it is kept, or restore a backup.',
      },
    );
  }
  // Each of them: a start is refused for one file that others can read.
  const open = [secrets, ...readdirSync(secrets).map((name) => join(secrets, name))].filter(
    (path) => (statSync(path).mode & 0o077) !== 0,
  );
  return finding(
    open.length === 0 ? `密钥文件夹 ${secrets} 只有本账户可读` : `其他账户可以读取 ${open.join('、')}`,
    open.length === 0 ? `only this account can read ${secrets}` : `other accounts can read ${open.join(', ')}`,
    open.length === 0,
    {
      zh: `请执行 chmod -R go= ${secrets}；如果曾经对他人开放，请视为已经泄露。`,
      en: `Run chmod -R go= ${secrets}; if others could read it, take it for known.`,
    },
  );
}

export function diskFinding(data: string): Finding {
  const { bavail, bsize } = statfsSync(data);
  const free = Math.floor((bavail * bsize) / mebibyte);
  return finding(`剩余磁盘空间 ${free} MiB`, `${free} MiB of disk left`, free * mebibyte >= leastFree, {
    zh: '空间不足时数据库会停止写入，请尽快清理或者扩容。',
    en: 'The database stops writing when the disk is full: make room.',
  });
}

/** One is made every night; of an installation younger than that there is none yet. */
export function backupFinding(data: string, now: number): Finding {
  const newest = newestBackup(data);
  const since = newest ?? (existsSync(join(data, 'secrets')) ? statSync(join(data, 'secrets')).birthtimeMs : now);
  const age = Math.floor((now - since) / hour);
  return finding(
    newest === null ? '还没有备份' : `最近一次备份在 ${age} 小时以前`,
    newest === null ? 'no backup yet' : `the last backup is ${age} hours old`,
    age < 48,
    {
      zh: '每夜应有一次备份：请查看“后台任务”中 installation.back-up 的情况，并执行 sallyport backup。',
      en: 'One is made every night: look at installation.back-up under Jobs, and run sallyport backup.',
    },
  );
}

/** Whether the database of `DATABASE_URL` answers, and is of a version the program knows. Nothing is changed there. */
export async function databaseFinding(url: string): Promise<Finding> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; name: string }>(
      `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name`,
    );
    const major = Math.floor(Number(rows[0]?.number) / 10_000);
    const name = rows[0]?.name ?? '';
    return finding(`DATABASE_URL：PostgreSQL ${name}`, `DATABASE_URL: PostgreSQL ${name}`, major >= 15 && major <= 18, {
      zh: '请使用 PostgreSQL 15 至 18。',
      en: 'Use PostgreSQL 15 to 18.',
    });
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    const why = typeof code === 'string' ? code : 'ETIMEDOUT';
    return finding(`DATABASE_URL 连接不上（${why}）`, `DATABASE_URL does not answer (${why})`, false, {
      zh: '请核对地址、端口、账户和密码，以及数据库是否在运行、是否允许本机连接。',
      en: 'Check host, port, account and password, that the database runs and that it lets this machine in.',
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What the running program says of its journal: at most a second is between an entry and its signed checkpoint. */
export function sealFinding(metrics: string): Finding | null {
  const lag = Number(/^sallyport_journal_seal_lag_seconds (\S+)$/m.exec(metrics)?.[1]);
  if (!Number.isFinite(lag)) return null;
  return finding(
    `留痕日志的封存落后 ${Math.ceil(lag)} 秒`,
    `sealing the journal is ${Math.ceil(lag)} seconds behind`,
    lag < 60,
    {
      zh: '请查看程序日志中的 journal.fault；封存停止期间的记录没有存证点。',
      en: 'Look for journal.fault in the log; entries have no checkpoint while sealing stands still.',
    },
  );
}

/** An organisation that nobody can sign in to: its first links were lost or have ended. */
export function shutOutFinding(metrics: string): Finding | null {
  const count = Number(/^sallyport_organisations_shut_out (\S+)$/m.exec(metrics)?.[1]);
  if (!Number.isFinite(count)) return null;
  return finding(
    count === 0 ? '各单位都有人能够登录' : `${count} 个单位还没有任何人能够登录`,
    count === 0 ? 'somebody can sign in to each organisation' : `nobody can sign in to ${count} of the organisations`,
    count === 0,
    {
      zh: '首次登录链接15分钟后失效。请执行 sallyport sign-in-link 重新生成。',
      en: 'The links of a first start end after 15 minutes. sallyport sign-in-link makes a new one.',
    },
  );
}
