import { constants, copyFileSync, existsSync } from 'node:fs';
import type { BackedUp } from '@sallyport/server/program';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { askLines } from '../server/ask-lines.ts';
import { askProgram } from '../server/ask-program.ts';
import { explained } from '../server/explained.ts';

type Options = OutputOptions & { readonly out?: string; readonly handover?: readonly string[] };

/** A backup of everything, made by the running program where there is one. */
export function backupCommand(): Command {
  const command = new Command('backup')
    .option(
      '--out <file>',
      '拿出单位：另写一份到这里，须已登记对外提供 / to leave the house: a copy here, under a handover',
    )
    .option(
      '--handover <ids...>',
      '对外提供登记的编号，每个单位一个 / the handovers that were recorded for this, one an organisation',
    )
    .description(
      '立即备份：加密写入数据文件夹的 backups，写完后读回核验 / back up now: encrypted, read back before it counts',
    );
  return withOutputOptions(command).action(({ out: file, handover = [], ...options }: Options) =>
    guarded(options, async (out) => {
      const made = file === undefined ? await explained(backUpNow) : await backUpToLeave(file, handover);
      out.say(
        {
          zh: '已备份 {rows} 条记录，{bytes} 字节，读回核验无误：{file}',
          en: 'Backed up {rows} records, {bytes} bytes, read back and verified: {file}',
        },
        { rows: made.rows, bytes: made.bytes, file: made.file },
      );
      out.data(made);
    }),
  );
}

/** The program writes nowhere but in its folder; whoever asked for it carries the copy. */
async function backUpToLeave(file: string, handovers: readonly string[]): Promise<BackedUp> {
  if (existsSync(file))
    throw new CliFailure(
      { zh: '{file} 已经存在，备份不会覆盖它。', en: '{file} is there already; a backup writes over nothing.' },
      { file },
    );
  const made = (await askLines('/administration/back-up-to-leave', { handovers }, () => undefined)) as BackedUp;
  copyFileSync(made.file, file, constants.COPYFILE_EXCL);
  return { ...made, file };
}

async function backUpNow(): Promise<BackedUp> {
  const { answers, makeBackup, open, readConfig, socketPath } = await import('@sallyport/server/program');
  const config = readConfig();
  const socket = socketPath(config.data);
  if (await answers(socket)) return (await askProgram(socket, '/administration/back-up')) as BackedUp;
  const opened = await open(config);
  try {
    return await makeBackup(opened, config.data);
  } finally {
    await opened.close();
  }
}
