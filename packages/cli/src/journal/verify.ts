import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseVerifierKey, type VerifierKey } from '@sallyport/core/journal';
import type { VerifiedLog } from '@sallyport/server/program';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import { startProgress } from '../progress.ts';
import { askLines } from '../server/ask-lines.ts';
import { tellReports } from './tell-report.ts';
import { journalWords as words } from './words.ts';

type Options = OutputOptions & {
  readonly organisation?: string;
  readonly held?: readonly string[];
  readonly witness?: readonly string[];
  readonly key?: readonly string[];
};

/** Everything computed anew: from the database, or offline from a folder that somebody exported. Status 1 when anything is not as it was. */
export function verifyCommand(): Command {
  const command = new Command('verify')
    .argument('[dir]', '导出的日志文件夹，离线核验 / the folder of an exported log, checked offline')
    .option('--organisation <id>', '只核验一个单位的日志（不适用于文件夹）/ one organisation only (not with a folder)')
    .option('--held <files...>', '外部留存的存证点文件 / checkpoints kept outside, a file each')
    .option('--witness <keys...>', '采信的见证方公钥 / keys of witnesses whose cosignatures count')
    .option('--key <keys...>', '从别处得到的日志公钥（用于文件夹）/ the log’s key, had from elsewhere (with a folder)')
    .description(
      '核验留痕日志：从数据库重新计算全部内容，或者离线核验导出的文件夹 / verify the journal, or an exported folder offline',
    );
  return withOutputOptions(command).action((folder: string | undefined, options: Options) =>
    guarded(options, async (out) => {
      const held = (options.held ?? []).map((file) => readFileSync(file, 'utf8'));
      const progress = startProgress(words.verifying[out.language]);
      const logs = await (folder === undefined
        ? fromDatabase(options, held, progress.to)
        : fromFolder(folder, options, held, progress.to, out)
      ).finally(progress.end);
      tellReports(logs, out);
      out.data({ whole: logs.every(({ whole }) => whole), logs });
    }),
  );
}

type Reports = Promise<readonly Omit<VerifiedLog, 'organisation'>[]>;
type Progress = (done: number, total: number) => void;

async function fromDatabase(
  { organisation, witness = [] }: Options,
  held: readonly string[],
  progress: Progress,
): Reports {
  const asked = { ...(organisation === undefined ? {} : { organisation }), held, witnesses: witness };
  const result = await askLines('/administration/journal/verify', asked, ({ done, total }) =>
    progress(Number(done), Number(total)),
  );
  return (result as { logs: VerifiedLog[] }).logs;
}

async function fromFolder(
  folder: string,
  { witness = [], key = [] }: Options,
  notes: readonly string[],
  progress: Progress,
  out: Output,
): Reports {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new CliFailure(words.notFolder, { folder });
  const { exportedLogs, isBroken, nodeSha256, originsOfNoLog, verifyFolder, witnessKey } = await import(
    '@sallyport/server/client'
  );
  const keys = key.map((text): VerifierKey => {
    const parsed = parseVerifierKey(nodeSha256, text.trim());
    if (parsed?.kind !== 'note') throw new CliFailure(words.logKey, { text });
    return parsed;
  });
  const witnesses = witness.map((text): VerifierKey => {
    const parsed = witnessKey(text);
    if (parsed === null) throw new CliFailure(words.witnessKey, { text });
    return parsed;
  });
  const held = notes.map((note) => ({ note, newestAt: null }));
  const found = exportedLogs(folder);
  if (found.length === 0) throw new CliFailure(words.noLog, { folder });
  const logs = [];
  for (const one of found) {
    const report = await verifyFolder(one, keys, { held, witnesses }, progress, found);
    if (report === null) throw new CliFailure(words.unreadable, { folder: one });
    logs.push({ folder: one, ...report, whole: !isBroken(report) });
  }
  const [stranger] = originsOfNoLog(held, logs);
  if (stranger !== undefined) throw new CliFailure(words.heldOfNoLog, { origin: stranger });
  if (keys.length === 0) out.note(words.keyBeside[out.language]);
  return logs;
}
