import type { BackedUp } from '@sallyport/server/program';
import { Command } from 'commander';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { askProgram } from '../server/ask-program.ts';
import { explained } from '../server/explained.ts';

/** A backup of everything, made by the running program where there is one. */
export function backupCommand(): Command {
  const command = new Command('backup').description(
    '立即备份：加密写入数据文件夹的 backups，写完后读回核验 / back up now: encrypted, read back before it counts',
  );
  return withOutputOptions(command).action((options: OutputOptions) =>
    guarded(options, async (out) => {
      const made = await explained(backUpNow);
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
