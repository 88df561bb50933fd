import { fileURLToPath } from 'node:url';
import type { Started } from '@sallyport/server/program';
import { Command } from 'commander';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import { explained } from '../server/explained.ts';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));

type Options = OutputOptions & { readonly empty?: boolean };

/** What `npm start` runs: the program on its data folder, until it is told to end. */
export function startCommand(): Command {
  const command = new Command('start')
    .description('启动平安门 / start Sallyport: the console, the database, the jobs')
    .option('--empty', '首次启动时不装入示例单位 / on the first start, no demo organisation');
  return withOutputOptions(command).action((options: Options) =>
    guarded(options, async (out) => {
      // The server is loaded by the verbs that need it: the others start in a fraction of the time.
      const { readConfig, start } = await import('@sallyport/server/program');
      const { printStarted } = await import('../start/print-started.ts');
      const stopper = stopOnSignal(out);
      const demoFolder = options.empty === true ? null : demo;
      const started = await explained(() =>
        start({ config: readConfig(), demo: demoFolder, signal: stopper.signal }),
      ).catch((error: unknown) => stopper.stopped(error));
      stopper.runs(started);
      await printStarted(started, out);
    }),
  );
}

const databaseEnded = {
  zh: '数据库已停止运行，程序随之结束；已确认保存的内容都在。请查看磁盘是否已满（sallyport doctor），然后重新启动。',
  en: 'The database has ended, and the program ends with it; whatever was acknowledged is there. See whether the disk is full (sallyport doctor), then start it again.',
};

/**
 * The first signal ends the program cleanly, also while it starts; a second one, from somebody who will not wait, ends it at once. Without its
 * database it is of no use to anybody: it ends and says so, and whoever keeps it running starts it again.
 */
function stopOnSignal(out: Output) {
  const asked = new AbortController();
  let running: Started | null = null;
  const end = (started: Started): void =>
    void started.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (asked.signal.aborted) process.exit(1);
      asked.abort();
      out.note(out.language === 'zh' ? '正在结束……' : 'Stopping …');
      if (running !== null) end(running);
    });
  }
  return {
    signal: asked.signal,
    /** A start that was ended on the way has ended what it had begun. */
    stopped(error: unknown): never {
      if (asked.signal.aborted && error === asked.signal.reason) process.exit(0);
      throw error;
    },
    runs(started: Started): void {
      running = started;
      if (asked.signal.aborted) end(started);
      void started.opened.ended.then(() => {
        if (asked.signal.aborted) return;
        out.note(databaseEnded[out.language]);
        process.exit(1);
      });
    },
  };
}
