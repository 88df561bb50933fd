import { Command } from 'commander';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { startProgress } from '../progress.ts';
import { explained } from '../server/explained.ts';

type Options = OutputOptions & { readonly to: string; readonly appUrl?: string; readonly handover?: readonly string[] };

/** The installation into another database: from the embedded one to a PostgreSQL of one's own, or back. */
export function moveCommand(): Command {
  const command = new Command('move')
    .requiredOption('--to <url>', '目标：postgres:// 地址，或者 embedded / the target: an address, or embedded')
    .option(
      '--app-url <url>',
      '目标上受限角色的连接（所有者不能建角色时）/ the restricted role’s connection, where the owner may make none',
    )
    .option(
      '--handover <ids...>',
      '目标不在本机时：对外提供登记的编号，每个单位一个 / where the target is not on this machine: the handovers recorded for this, one an organisation',
    )
    .description('把安装迁移到另一个空数据库，逐项核对 / move into another, empty database; all of it is verified');
  return withOutputOptions(command).action((options: Options) =>
    guarded(options, async (out) => {
      const { move, readConfig } = await import('@sallyport/server/program');
      const progress = startProgress(out.language === 'zh' ? '迁移' : 'moving');
      const { to, appUrl = null, handover: handovers = [] } = options;
      const moved = await explained(() => move(readConfig(), { to, appUrl, handovers, progress: progress.to })).finally(
        progress.end,
      );
      const rows = Object.values(moved.counts).reduce((sum, count) => sum + count, 0);
      const entries = moved.logs.reduce((sum, log) => sum + log.entries, 0);
      out.say(
        {
          zh: '已迁移 {rows} 条记录并逐表核对；{entries} 条留痕记录重新计算无误；{organisations} 个单位的应办事项完整评估一致。',
          en: 'Moved {rows} records, every table compared; {entries} journal entries computed anew; a full evaluation gives the duties of {organisations} organisations.',
        },
        { rows, entries, organisations: moved.organisations },
      );
      out.say(
        to === 'embedded'
          ? {
              zh: '现在可以去掉 DATABASE_URL 启动。原数据库没有改动。',
              en: 'Start without DATABASE_URL now. The source is unchanged.',
            }
          : {
              zh: '现在请以该地址为 DATABASE_URL 启动。原数据库没有改动；确认无误后再自行删除，不要两边都启动。',
              en: 'Start with that address as DATABASE_URL now. The source is unchanged: remove it when you are sure, and never run both.',
            },
      );
      out.data(moved);
    }),
  );
}
