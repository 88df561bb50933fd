import { fileURLToPath } from 'node:url';
import { Relations } from '@sallyport/core/duties';
import { Command } from 'commander';
import { evaluateWhole, openEvaluation } from '../evaluate/evaluation.ts';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { printSummary } from '../start/print-summary.ts';
import { summarise } from '../start/summary.ts';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));
/** The demo register tells of this day. */
const demoDay = '2026-11-23';

type Options = OutputOptions & { readonly register: string; readonly asOf?: string };

/** All packs over a register folder: how things stand, what presses, what is missing. */
export function summaryCommand(): Command {
  const command = new Command('summary')
    .description('用示例登记信息算出应办事项 / the demo: who owes what, by when and why')
    .option('--register <dir>', '登记信息文件夹 / the register folder', demo)
    .option(
      '--as-of <day>',
      '以哪一天为准；示例默认2026-11-23，其他默认今天 / the day asked about: 2026-11-23 for the demo, else today',
    );
  return withOutputOptions(command).action((options: Options) =>
    guarded(options, async (out) => {
      const isDemo = options.register === demo;
      const asOf = options.asOf ?? (isDemo ? demoDay : undefined);
      const { law, register, question } = await openEvaluation(options.register, [], asOf, out);
      const relations = new Relations(register);
      const results = evaluateWhole(question, register, out, relations);
      const summary = summarise(law, results, relations, question);
      printSummary(summary, isDemo, out);
      out.data(summary);
    }),
  );
}
