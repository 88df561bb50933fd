import { formatDay } from '@sallyport/core/calendar';
import {
  Explainer,
  explain,
  explainSilence,
  explanationText,
  Relations,
  type Silence,
  type Telling,
  type Traced,
  traceTree,
} from '@sallyport/core/duties';
import { tableOf, vocabulary } from '@sallyport/core/facts';
import type { Rule } from '@sallyport/core/law';
import { Command } from 'commander';
import { dayOf, openEvaluation } from '../evaluate/evaluation.ts';
import { periodOf, ruleNamed, subjectNamed } from '../explain/named.ts';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import { packsHelp, several } from '../several.ts';

type Options = OutputOptions & {
  readonly register: string;
  readonly packs?: readonly string[];
  readonly asOf?: string;
  readonly period?: string;
};

/** `explain`: why a rule gives a subject a duty, or none, in sentences. */
export function explainCommand(): Command {
  const command = new Command('explain')
    .description('说明为什么有（没有）某一应办事项 / why a duty is there, or is not')
    .argument('<rule>', '规则，如 cn-cq-2023/debrief-after-return 或者 debrief-after-return / the rule')
    .argument('<subject>', '适用对象的编号 / the id of what the duty hangs on')
    .requiredOption('--register <dir>', '登记信息文件夹 / the register folder')
    .option('--packs <dir>', packsHelp, several)
    .option('--as-of <day>', '以哪一天为准（按现在所知）/ the day asked about, as known now')
    .option('--period <day>', '只看这一天所在的周期 / only the period this day lies in');
  return withOutputOptions(command).action((name: string, id: string, options: Options) =>
    guarded(options, async (out) => {
      const { law, register, question } = await openEvaluation(
        options.register,
        options.packs ?? [],
        options.asOf,
        out,
      );
      const readings = ruleNamed(law, name);
      const subject = subjectNamed(register, readings[0], id);
      const explainer = new Explainer(register, new Relations(register), question);
      const silences: { rule: Rule; silence: Silence }[] = [];
      // Oldest reading first, so that periods stand in their order.
      const duties = readings
        .toReversed()
        .flatMap((rule) => explainer.decide(rule, subject, (silence) => silences.unshift({ rule, silence })));
      const telling = { law, register, question, vocabulary };
      if (duties.length === 0) {
        // That another revision reads the day is no answer, where one of them has a better one.
        const why = silences.find(({ silence }) => silence.reason !== 'outside') ?? silences[0];
        if (why) sayNothing(why.rule, subject, why.silence, telling, out);
        return;
      }
      const shown = options.period === undefined ? duties.toReversed() : periodOf(duties, dayOf(options.period));
      shown.forEach((duty, index) => say(duty, telling, index > 0, out));
    }),
  );
}

function say(duty: Traced, telling: Telling, apart: boolean, out: Output): void {
  const explanation = explain(duty, telling, out.language);
  if (apart) out.line('');
  out.line(explanationText(explanation, out.language).trimEnd());
  out.data({
    rule: duty.rule.id,
    subject: tableOf(telling.register, duty.rule.subject).ids[duty.subject],
    period: duty.period === null ? null : formatDay(duty.period),
    status: duty.status,
    ...explanation,
    tree: traceTree(duty, telling),
  });
}

function sayNothing(rule: Rule, subject: number, silence: Silence, telling: Telling, out: Output): void {
  const explanation = explainSilence(rule, subject, silence, telling, out.language);
  out.line(explanationText(explanation, out.language).trimEnd());
  out.data({
    rule: rule.id,
    subject: tableOf(telling.register, rule.subject).ids[subject],
    period: null,
    status: null,
    ...explanation,
    tree: [],
  });
}
