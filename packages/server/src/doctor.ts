import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  backupFinding,
  databaseFinding,
  diskFinding,
  type Finding,
  finding,
  sealFinding,
  secretsFinding,
  shutOutFinding,
} from './doctor-parts.ts';
import { type Config, readConfig } from './platform/config/config.ts';
import { type Described, describeConfig } from './platform/config/describe.ts';
import { findBinaries } from './platform/database/binaries.ts';
import { DatabaseStartError } from './platform/database/start-error.ts';
import { answers } from './platform/http/listen.ts';
import { socketPath } from './platform/http/socket-path.ts';
import { ExplainedError } from './platform/words/explained-error.ts';

export type { Finding } from './doctor-parts.ts';

/** What can be said of an installation without changing anything: settings, Node, data folder, secrets, disk, backups, database, the running program. */
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
    const config = readConfig();
    const { data, database } = config;
    findings.push(...folderFindings(data));
    findings.push(database === null ? binaryFinding() : await databaseFinding(database.url));
    findings.push(...(await runningFindings(config)));
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
  return [
    secretsFinding(data),
    diskFinding(data),
    backupFinding(data, Date.now()),
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
    const said = error instanceof DatabaseStartError ? error.phrase : { zh: String(error), en: String(error) };
    return finding('内置 PostgreSQL', 'embedded PostgreSQL', false, said);
  }
}

/** And what it says of itself, where it runs. */
async function runningFindings({ data, port, metricsToken }: Config): Promise<Finding[]> {
  const running = existsSync(socketPath(data)) && (await answers(socketPath(data)));
  const state = finding(
    running ? '程序正在运行' : '程序没有运行',
    running ? 'the program is running' : 'the program is not running',
    true,
  );
  if (!running) return [state];
  const headers = { authorization: `Bearer ${metricsToken ?? ''}` };
  const metrics = await fetch(`http://127.0.0.1:${port}/metrics`, { headers }).catch(() => null);
  if (metrics?.ok !== true) return [state];
  const text = await metrics.text();
  return [state, ...[sealFinding(text), shutOutFinding(text)].filter((one) => one !== null)];
}
