import { type MutationResult, mutateRule, runExamples } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { formatProblem, type Law, type Rule } from '@sallyport/core/law';
import { Command } from 'commander';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import { startProgress } from '../progress.ts';
import { sayConflicts } from './conflicts.ts';
import { distinctRules } from './distinct-rules.ts';
import { calendars, readPacks, said } from './read-packs.ts';
import { survivorReasons } from './survivors.ts';

type Options = OutputOptions & { readonly mutate?: boolean };

/** At least this share of changes must be noticed by a rule's own examples. */
const leastNoticed = 0.95;

export function checkCommand(): Command {
  const command = new Command('check')
    .description('检查规则包：写法、条款、示例 / check packs: form, clauses, examples')
    .argument('[folders...]', '另加的规则包 / packs on top of the product’s own')
    .option(
      '--mutate',
      '逐项改动每条规则，看示例能否发现 / change each thing of each rule and see whether its examples notice',
    );
  return withOutputOptions(command).action((folders: string[], options: Options) =>
    guarded(options, (out) => {
      const { law, problems, warnings } = readPacks(folders);
      for (const problem of [...problems, ...warnings]) out.line(formatProblem(problem, out.language));
      for (const problem of problems) out.data({ problem: said(problem, out.language) });
      for (const warning of warnings) out.data({ warning: said(warning, out.language) });
      sayCounts(law, problems.length, warnings.length, out);
      const failed = checkExamples(law, out);
      sayConflicts(law, out);
      const survived = options.mutate ? checkMutants(law, out) : 0;
      if (problems.length + failed + survived > 0) process.exitCode = 1;
    }),
  );
}

function sayCounts(law: Law, problems: number, warnings: number, out: Output): void {
  const counts = {
    editions: law.editions.length,
    clauses: law.clauses.size,
    rules: countRules(law, (rule) => !rule.standing),
    standing: countRules(law, (rule) => rule.standing !== null),
    distinct: distinctRules(law),
    problems,
    warnings,
  };
  out.say(
    {
      zh: '{editions}个版本，{clauses}条条款，{rules}条可计算规则（内容不同的{distinct}条），{standing}项常态义务；{problems}处问题，{warnings}处提醒。',
      en: '{editions} editions, {clauses} clauses, {rules} executable rules ({distinct} that differ in more than their clause), {standing} standing duties; {problems} problems, {warnings} warnings.',
    },
    counts,
  );
  out.data({ counts });
}

/** A rule that several revisions read counts once. */
const countRules = (law: Law, wanted: (rule: Rule) => boolean): number =>
  new Set(law.rules.filter(wanted).map(({ id }) => id)).size;

function checkExamples(law: Law, out: Output): number {
  const known = calendars();
  const progress = startProgress(out.language === 'zh' ? '核对示例' : 'running examples');
  const failures = law.rules.flatMap((rule, index) => {
    progress.to(index, law.rules.length);
    return runExamples(rule, law, vocabulary, known);
  });
  progress.end();
  for (const { rule, index, message } of failures) {
    const text = message[out.language];
    out.say(
      { zh: '{rule} 第{number}个示例：{text}', en: '{rule} example {number}: {text}' },
      { rule, number: index + 1, text },
    );
    out.data({ example: { rule, index, message: text } });
  }
  const examples = law.rules.reduce((sum, rule) => sum + rule.examples.length, 0);
  out.say(
    { zh: '示例{examples}个，{failures}个不符。', en: '{examples} examples, {failures} failed.' },
    { examples, failures: failures.length },
  );
  out.data({ examples, failures: failures.length });
  return failures.length;
}

function checkMutants(law: Law, out: Output): number {
  const progress = startProgress(out.language === 'zh' ? '逐项改动' : 'changing rules');
  const known = calendars();
  const results = law.rules.map((rule, index): MutationResult => {
    progress.to(index, law.rules.length);
    return mutateRule(rule, law, vocabulary, known);
  });
  progress.end();
  const reasons = survivorReasons();
  let unexplained = 0;
  for (const { rule, survivors } of results) {
    for (const survivor of survivors) {
      const reason = reasons.get(`${rule} ${survivor.name}`);
      if (!reason) unexplained++;
      out.line(
        `${rule}: ${survivor.name}: ${reason?.[out.language] ?? (out.language === 'zh' ? '未说明原因' : 'no reason given')}`,
      );
      out.data({ survivor: { rule, change: survivor.name, kind: survivor.kind, reason: reason ?? null } });
    }
  }
  const total = results.reduce((sum, result) => sum + result.total, 0);
  const survived = results.reduce((sum, result) => sum + result.survivors.length, 0);
  const share = total === 0 ? 1 : (total - survived) / total;
  out.say(
    {
      zh: '改动{total}处，示例发现{noticed}处（{share}%），未发现{survived}处。',
      en: '{total} changes, {noticed} noticed ({share} %), {survived} not.',
    },
    { total, noticed: total - survived, survived, share: (share * 100).toFixed(1) },
  );
  out.data({ mutants: total, noticed: total - survived, survived });
  return unexplained + (share < leastNoticed ? 1 : 0);
}
