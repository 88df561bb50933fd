import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { printVerifierKey } from '@sallyport/core/journal';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import { explained } from '../server/explained.ts';
import { journalWords as words } from './words.ts';

type Options = OutputOptions & {
  readonly name?: string;
  readonly log?: readonly string[];
  readonly host: string;
  readonly port: string;
  readonly folder?: string;
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
    .option('--folder <dir>', '联署送来的日志文件夹后即结束，不监听 / cosign a log carried here as a folder, and end')
    .option('--host <address>', '监听地址 / the address to listen on', '127.0.0.1')
    .option('--port <number>', '端口 / the port', '4390')
    .description('作为见证方为他人的日志联署存证点（C2SP tlog-witness）/ cosign the checkpoints of others');
  return withOutputOptions(command).action((folder: string, options: Options) =>
    guarded(options, async (out) => {
      const { name, log = [], host, port, folder: carried } = options;
      if (carried !== undefined) return cosignFolder(out, { folder: resolve(folder), name, logs: log }, carried);
      if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new CliFailure(words.badPort, { port });
      const { serveWitness } = await import('@sallyport/server/client');
      const served = { folder: resolve(folder), name, logs: log, host, port: Number(port) };
      const running = await explained(() => serveWitness(served));
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

type Own = { readonly folder: string; readonly name: string | undefined; readonly logs: readonly string[] };

/** Where no line leads: the checkpoint in the folder is cosigned, and the folder goes back. */
async function cosignFolder(out: Output, own: Own, folder: string): Promise<void> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new CliFailure(words.notFolder, { folder });
  const { carriedLog, cosignCarried, exportedLogs } = await import('@sallyport/server/client');
  const carried = exportedLogs(folder).map(carriedLog);
  if (carried.length === 0) throw new CliFailure(words.noLog, { folder });
  const { witness, cosigned } = await explained(() => cosignCarried({ ...own, carried }));
  const { key } = witness.signer;
  for (const { origin, size } of cosigned) out.say(words.cosigned, { name: key.name, origin, size, folder });
  // What collect has to be given: the log's organisation need not run this witness to learn it.
  out.say(words.witnessKeyOf, { key: printVerifierKey(key) });
  out.data({ name: key.name, key: printVerifierKey(key), logs: cosigned });
}
