import { runExamples } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { formatProblem } from '@sallyport/core/law';
import { Command } from 'commander';
import { calendars, readPacks } from '../law/read-packs.ts';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';

export function lawCommand(): Command {
  const law = new Command('law').description('规则包:列出、查看、检查 / packs: list, show, check');
  law.addCommand(checkCommand());
  return law;
}

function checkCommand(): Command {
  return withOutputOptions(
    new Command('check').description('检查规则包 / check packs').argument('[folders...]'),
  ).action((folders: string[], options: OutputOptions) =>
    guarded(options, (out) => {
      const { law, problems, warnings } = readPacks(folders);
      for (const problem of problems) {
        out.line(formatProblem(problem));
        out.data(problem);
      }
      out.say(
        {
          zh: '{editions}个版本,{clauses}条条款,{rules}条规则;{problems}处问题,{warnings}处提醒。',
          en: '{editions} editions, {clauses} clauses, {rules} rules; {problems} problems, {warnings} warnings.',
        },
        {
          editions: law.editions.length,
          clauses: law.clauses.size,
          rules: law.rules.length,
          problems: problems.length,
          warnings: warnings.length,
        },
      );
      const known = calendars();
      const failures = law.rules.flatMap((rule) => runExamples(rule, law, vocabulary, known));
      for (const { rule, index, message } of failures) {
        out.line(`${rule} examples[${index}]: ${message}`);
        out.data({ rule, example: index, message });
      }
      const examples = law.rules.reduce((sum, rule) => sum + rule.examples.length, 0);
      out.say(
        { zh: '示例{examples}个,{failures}个不符。', en: '{examples} examples, {failures} failed.' },
        { examples, failures: failures.length },
      );
      if (problems.length > 0 || failures.length > 0) process.exitCode = 1;
    }),
  );
}
