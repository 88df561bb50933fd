import { existsSync, statSync } from 'node:fs';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { askLines } from '../server/ask-lines.ts';
import { journalWords as words } from './words.ts';

type Options = OutputOptions & { readonly witness?: readonly string[] };
type Took = { readonly origin: string; readonly size: number; readonly witnesses: readonly string[] };

/** Takes in the cosignatures of an exported folder that was carried to a witness and back. */
export function collectCommand(): Command {
  const command = new Command('collect')
    .argument('<dir>', '送去联署后送回的日志文件夹 / the exported folder that came back cosigned')
    .option(
      '--witness <keys...>',
      '采信的见证方公钥，除 WITNESSES 以外 / keys of witnesses that count, besides WITNESSES',
    )
    .description('收入送回的联署 / take in the cosignatures of a folder that was carried to a witness');
  return withOutputOptions(command).action((folder: string, { witness = [], ...output }: Options) =>
    guarded(output, async (out) => {
      if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new CliFailure(words.notFolder, { folder });
      const { carriedLog, exportedLogs } = await import('@sallyport/server/client');
      const notes = exportedLogs(folder).map((one) => carriedLog(one).note);
      if (notes.length === 0) throw new CliFailure(words.noLog, { folder });
      const asked = { notes, witnesses: witness };
      const { logs } = (await askLines('/administration/journal/take-in', asked, () => undefined)) as {
        readonly logs: readonly Took[];
      };
      for (const { origin, size, witnesses } of logs)
        out.say(words.collected, { origin, size, witnesses: witnesses.join(out.language === 'zh' ? '、' : ', ') });
      out.data({ logs });
    }),
  );
}
