import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { explained } from '../server/explained.ts';

type Options = OutputOptions & {
  readonly identity: string;
  readonly reason: string;
  readonly words: string;
  readonly erasures?: string;
  readonly held?: readonly string[];
};

const noErasures = {
  zh: '没有找到删除记录 erasures.log：如果备份之后删除过信息，这些信息已随备份恢复，须依法重新删除。',
  en: 'There is no log of erasures (erasures.log): what was erased since the backup is back, and has to be erased again.',
};

/** An installation made of a backup, in a data folder that is still empty. */
export function restoreCommand(): Command {
  const command = new Command('restore')
    .argument('<file>', '备份文件 / the backup')
    .requiredOption('--identity <file>', '备份解密密钥文件 / the file with the key that opens backups')
    .requiredOption('--reason <code>', '原因 / why: disk-failure, data-damaged, wrong-change, attack, moved, exercise')
    .option('--words <text>', '说明，写入新日志的第一条 / in your words; kept with the first entry of the new log', '')
    .option(
      '--erasures <file>',
      '删除记录 erasures.log；缺省取备份所在数据文件夹的 / what was erased; by default the log of the data folder the backup lies in',
    )
    .option(
      '--held <files...>',
      '外部留存的存证点文件，写入恢复公告，据以说明丢失了多少 / checkpoints kept elsewhere: the announcement names the newest and counts what is lost',
    )
    .description('把备份恢复到空的数据文件夹 / restore a backup into an empty data folder');
  return withOutputOptions(command).action((file: string, options: Options) =>
    guarded(options, async (out) => {
      const { erasures = null, held = [] } = options;
      for (const path of [file, options.identity, ...(erasures === null ? [] : [erasures]), ...held])
        if (!existsSync(path))
          throw new CliFailure({ zh: '找不到文件 {path}。', en: 'There is no file {path}.' }, { path });
      const { readConfig, restore, restoreReasons } = await import('@sallyport/server/program');
      const reason = restoreReasons.find((one) => one === options.reason);
      if (reason === undefined)
        throw new CliFailure(
          { zh: '没有原因代码“{given}”：请用 {known}。', en: 'There is no reason "{given}": use {known}.' },
          { given: options.reason, known: restoreReasons.join(', ') },
        );
      const identity = readFileSync(options.identity, 'utf8').trim();
      const { words } = options;
      const notes = held.map((path) => readFileSync(path, 'utf8'));
      const restored = await explained(() =>
        restore(readConfig(), { file, identity, reason, words, erasures, held: notes }),
      );
      const rows = Object.values(restored.counts).reduce((sum, count) => sum + count, 0);
      out.say(
        {
          zh: '已恢复 {rows} 条记录，截至 {madeAt}。此后登记的内容不在备份中。请用 npm start 启动。',
          en: 'Restored {rows} records, as of {madeAt}. What was recorded later is not in the backup. Start it with npm start.',
        },
        { rows, madeAt: restored.madeAt },
      );
      if (restored.erasedAgain === null) out.note(noErasures[out.language]);
      else if (restored.erasedAgain > 0)
        out.say(
          {
            zh: '备份之后已删除的 {count} 条信息已重新删除。',
            en: '{count} records erased since the backup were erased again.',
          },
          { count: restored.erasedAgain },
        );
      out.data(restored);
    }),
  );
}
