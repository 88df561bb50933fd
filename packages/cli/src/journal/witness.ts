import { resolve } from 'node:path';
import { printVerifierKey } from '@sallyport/core/journal';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { explained } from '../server/explained.ts';
import { journalWords as words } from './words.ts';

type Options = OutputOptions & {
  readonly name?: string;
  readonly log?: readonly string[];
  readonly host: string;
  readonly port: string;
};

/** A witness for the logs of others: it remembers the last checkpoint of each and cosigns none that does not follow from it. */
export function witnessCommand(): Command {
  const command = new Command('witness')
    .argument(
      '<dir>',
      '见证方自己的文件夹：密钥和记住的存证点 / the witness’s own folder: its key, and what it remembers',
    )
    .option('--name <name>', '见证方名称，首次运行时需要 / the witness’s name, needed the first time')
    .option('--log <keys...>', '增加可见证的日志（公钥）/ keys of logs to cosign from now on')
    .option('--host <address>', '监听地址 / the address to listen on', '127.0.0.1')
    .option('--port <number>', '端口 / the port', '4390')
    .description('作为见证方为他人的日志联署存证点（C2SP tlog-witness）/ cosign the checkpoints of others');
  return withOutputOptions(command).action((folder: string, { name, log = [], host, port, ...output }: Options) =>
    guarded(output, async (out) => {
      if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new CliFailure(words.badPort, { port });
      const { serveWitness } = await import('@sallyport/server/client');
      const options = { folder: resolve(folder), name, logs: log, host, port: Number(port) };
      const running = await explained(() => serveWitness(options));
      const { key } = running.folder.signer;
      const printed = printVerifierKey(key);
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => {
          out.note(words.stopping[out.language]);
          void running.stop().then(
            () => process.exit(0),
            () => process.exit(1),
          );
        });
      out.say(words.witness, { name: key.name, address: running.address, key: printed });
      out.data({ name: key.name, address: running.address, key: printed });
    }),
  );
}
