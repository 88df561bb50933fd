import type { Started } from '@sallyport/server/program';
import type { Output } from '../output.ts';
import type { Phrase } from '../words.ts';
import { printSummary } from './print-summary.ts';
import { summaryOf } from './summary-of.ts';

const words = {
  ready: { zh: '平安门已就绪：{address}', en: 'Sallyport is ready: {address}' },
  demo: {
    zh: '示例单位：以下登记信息全部虚构。用 npm start -- --empty 可在空的数据文件夹上不装示例启动。',
    en: 'A demo organisation: everything in its register is invented. `npm start -- --empty` starts bare on an empty data folder.',
  },
  links: {
    zh: '首次登录链接（15分钟内有效，只能使用一次）：',
    en: 'Links for the first sign-in (each for 15 minutes and one use):',
  },
  identity: {
    zh: '备份解密密钥在 {path}。请抄录到别处妥善保管，然后从本机删除；没有它就不能恢复备份。',
    en: 'The key that opens the backups lies in {path}. Keep a copy elsewhere and delete it here: without it no backup can be restored.',
  },
  stop: { zh: '按 Ctrl+C 结束。', en: 'Ctrl+C ends it.' },
} satisfies Record<string, Phrase>;

const roleWords: Readonly<Record<string, Phrase>> = {
  administrator: { zh: '系统管理员', en: 'administrator' },
  'security-officer': { zh: '安全保密专责人员', en: 'security officer' },
  member: { zh: '人员', en: 'member' },
};

/** How things stand in each organisation, where the program is, and how the first people get in. */
export async function printStarted(started: Started, out: Output): Promise<void> {
  const { opened, address, tenants, links } = started;
  // Before anything that takes time: they end after a quarter of an hour.
  if (links.length > 0) out.say(words.links);
  for (const { role, token } of links)
    out.line(`  ${roleWords[role]?.[out.language] ?? role}  ${address}/enter#${token}`);
  if (links.length > 0) out.line('');
  for (const tenant of tenants) {
    const summary = await summaryOf(opened, tenant.org);
    if (summary === null) continue;
    if (tenant.demo) out.say(words.demo);
    printSummary(summary, false, out);
    out.line('');
  }
  out.say(words.ready, { address });
  if (opened.secrets.firstStart && opened.secrets.backupIdentity !== null)
    out.say(words.identity, { path: 'secrets/backup-identity' });
  out.say(words.stop);
  out.data({ address, links: links.map(({ role, token }) => ({ role, link: `${address}/enter#${token}` })) });
}
