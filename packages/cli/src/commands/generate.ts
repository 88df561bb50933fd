import { vocabulary } from '@sallyport/core/facts';
import { kindNamed } from '@sallyport/server/tabular/kind-names';
import { Command } from 'commander';
import { CliFailure } from '../failure.ts';
import { folderSink } from '../generate/fact-writer.ts';
import { defaultAsOf, generateRegister } from '../generate/generate-register.ts';
import { generateWords } from '../generate/words.ts';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { startProgress } from '../progress.ts';
import { holdsRegister, strangerIn } from '../register/find-files.ts';
import { phrase } from '../words.ts';

type Options = OutputOptions & {
  readonly people: string;
  readonly trips: string;
  readonly seed: string;
  readonly asOf: string;
  readonly kinds?: string;
  readonly demo?: boolean;
};

export function generateCommand(): Command {
  const command = new Command('generate')
    .description('生成虚构的登记信息 / write a synthetic register')
    .argument('<dir>', '新文件夹 / a new folder')
    .option('--people <n>', '人数 / how many people', '60')
    .option('--trips <m>', '出国（境）事项数 / how many trips', '40')
    .option('--seed <s>', '种子：相同种子生成相同内容 / same seed, same bytes', '1')
    .option('--as-of <day>', '以哪一天为准 / the day it is for', defaultAsOf)
    .option('--kinds <list>', '只写这些种类，用逗号分隔 / only these kinds, comma-separated')
    .option('--demo', '示例单位 / the invented organisation of the demo');
  return withOutputOptions(command).action((folder: string, options: Options) =>
    guarded(options, (out) => {
      if (holdsRegister(folder)) throw new CliFailure(generateWords.notEmpty, { folder });
      const name = strangerIn(folder);
      if (name !== null) throw new CliFailure(generateWords.stranger, { folder, name });
      const people = wholeNumber('--people', options.people, 1, 1_000_000);
      const trips = wholeNumber('--trips', options.trips, 0, 2_000_000);
      const kinds = options.kinds === undefined ? null : new Set(options.kinds.split(',').map(kindOf));
      const progress = startProgress(phrase(generateWords.progress, out.language));
      const register = { people, trips, kinds, seed: options.seed, asOf: options.asOf, demo: options.demo === true };
      const counts = generateRegister(register, folderSink(folder), progress.to);
      progress.end();
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      for (const [name, count] of counts)
        out.say(generateWords.count, { kind: vocabulary.kinds.get(name)?.label ?? name, count });
      out.say(generateWords.done, { folder, total });
      out.data({ folder, total, counts: Object.fromEntries(counts) });
    }),
  );
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new CliFailure(generateWords.notANumber, { option, least, most });
}

function kindOf(name: string): string {
  const kind = kindNamed(name);
  if (kind !== null) return kind.name;
  throw new CliFailure(
    {
      zh: '没有“{name}”这一登记种类。用 sallyport facts 可列出全部种类。',
      en: 'There is no kind of fact "{name}". `sallyport facts` lists them.',
    },
    { name },
  );
}
