import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from './platform/config/config.ts';
import { type Described, describeConfig } from './platform/config/describe.ts';
import { findBinaries } from './platform/database/binaries.ts';
import { answers } from './platform/http/listen.ts';
import { socketPath } from './platform/http/socket-path.ts';
import { ExplainedError } from './platform/words/explained-error.ts';
import type { Phrase } from './platform/words/words.ts';

/** One thing looked at: whether it is well, and what to do where it is not. */
export type Finding = { readonly what: Phrase; readonly well: boolean; readonly advice: Phrase | null };

const mebibyte = 2 ** 20;
/** Less room than this ends in a full disk soon. */
const leastFree = 1024 * mebibyte;

const finding = (zh: string, en: string, well: boolean, advice: Phrase | null = null): Finding => ({
  what: { zh, en },
  well,
  advice: well ? null : advice,
});

/** What can be said of an installation without changing anything: settings, Node, data folder, secrets, disk, PostgreSQL, the running program. */
export async function examine(): Promise<{ readonly settings: readonly Described[]; readonly findings: Finding[] }> {
  const settings = describeConfig();
  const findings: Finding[] = [];
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  findings.push(
    finding(
      `Node ${process.versions.node}`,
      `Node ${process.versions.node}`,
      major > 24 || (major === 24 && minor >= 11),
      { zh: '请用 npm start 或者 node_modules/.bin/node 运行。', en: 'Run it by npm start or node_modules/.bin/node.' },
    ),
  );
  try {
    const { data, database } = readConfig();
    findings.push(...folderFindings(data));
    if (database === null) findings.push(binaryFinding());
    findings.push(await runningFinding(data));
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error;
    findings.push({ what: { zh: '环境变量设置', en: 'settings' }, well: false, advice: error.phrase });
  }
  return { settings, findings };
}

function folderFindings(data: string): Finding[] {
  if (!existsSync(data))
    return [
      finding(
        `数据文件夹 ${data} 还没有，首次启动时会建立`,
        `no data folder ${data} yet: the first start makes it`,
        true,
      ),
    ];
  const secrets = join(data, 'secrets');
  const closed = existsSync(secrets) && (statSync(secrets).mode & 0o077) === 0;
  const { bavail, bsize } = statfsSync(data);
  const free = Math.floor((bavail * bsize) / mebibyte);
  return [
    finding(`密钥文件夹 ${secrets} 只有本账户可读`, `only this account can read ${secrets}`, closed, {
      zh: `请执行 chmod -R go= ${secrets}；如果曾经对他人开放，请视为已经泄露。`,
      en: `Run chmod -R go= ${secrets}; if others could read it, take it for known.`,
    }),
    finding(`剩余磁盘空间 ${free} MiB`, `${free} MiB of disk left`, free * mebibyte >= leastFree, {
      zh: '空间不足时数据库会停止写入，请尽快清理或者扩容。',
      en: 'The database stops writing when the disk is full: make room.',
    }),
    finding(
      '备份解密密钥不在本机',
      'the key that opens backups is not on this machine',
      !existsSync(join(secrets, 'backup-identity')),
      {
        zh: '请把 secrets/backup-identity 抄录到别处保管，然后从本机删除。',
        en: 'Keep a copy of secrets/backup-identity elsewhere, then delete it here.',
      },
    ),
  ];
}

function binaryFinding(): Finding {
  try {
    const { version, origin } = findBinaries(undefined);
    const where =
      origin === 'package'
        ? { zh: '随程序安装', en: 'of the package' }
        : { zh: '本机自有', en: "of this machine's own" };
    return finding(`PostgreSQL ${version}（${where.zh}）`, `PostgreSQL ${version} (${where.en})`, true);
  } catch (error) {
    return finding('内置 PostgreSQL', 'embedded PostgreSQL', false, { zh: String(error), en: String(error) });
  }
}

async function runningFinding(data: string): Promise<Finding> {
  const running = existsSync(socketPath(data)) && (await answers(socketPath(data)));
  return finding(
    running ? '程序正在运行' : '程序没有运行',
    running ? 'the program is running' : 'the program is not running',
    true,
  );
}
