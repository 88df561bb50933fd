import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { startProgress } from '../progress.ts';
import { askLines } from '../server/ask-lines.ts';
import { journalWords as words } from './words.ts';

type Options = OutputOptions & { readonly organisation?: string; readonly handover?: string };
type Exported = { readonly origin: string; readonly entries: number; readonly key: string };

/** An organisation's logs as files that any client of C2SP tlog-tiles reads, a folder an epoch. */
export function exportCommand(): Command {
  const command = new Command('export')
    .argument('<dir>', '写入的文件夹，须为空或者还没有 / the folder to write; empty, or not there yet')
    .option('--organisation <id>', '哪个单位的日志 / whose logs, where there are several')
    .option('--handover <id>', '对外提供登记的编号 / the handover that was recorded for this')
    .description('导出留痕日志，供他人用公开的工具核验 / export the journal, for others to verify with public tools');
  return withOutputOptions(command).action((folder: string, { organisation, handover, ...output }: Options) =>
    guarded(output, async (out) => {
      if (existsSync(folder) && readdirSync(folder).length > 0) throw new CliFailure(words.folderUsed, { folder });
      const { writeInto } = await import('@sallyport/server/client');
      const write = writeInto(folder);
      const progress = startProgress(words.exporting[out.language]);
      const asked = { ...(organisation && { organisation }), ...(handover && { handover }) };
      const result = (await askLines('/administration/journal/export', asked, ({ path, base64, done, total }) => {
        write({ path: String(path), content: Buffer.from(String(base64), 'base64') });
        progress.to(Number(done), Number(total));
      }).finally(progress.end)) as { readonly organisation: string; readonly logs: readonly Exported[] };
      for (const { origin, entries, key } of result.logs) {
        out.say(words.exported, { origin, entries, folder: join(folder, origin.slice(origin.lastIndexOf('/') + 1)) });
        out.say(words.key, { key });
      }
      if (result.logs.length === 0) out.say(words.empty);
      out.data(result);
    }),
  );
}
