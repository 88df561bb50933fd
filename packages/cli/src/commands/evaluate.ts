import { type Conflict, statusCodes } from '@sallyport/core/duties';
import { type Register, tableOf } from '@sallyport/core/facts';
import type { Rule, Status } from '@sallyport/core/law';
import { Command } from 'commander';
import { annotator, conflictsIn, lineAnnotator } from '../evaluate/annotations.ts';
import type { DutyLine } from '../evaluate/duty-line.ts';
import { dutyLines, type Engine, engines, kernelText } from '../evaluate/engines.ts';
import { openEvaluation } from '../evaluate/evaluation.ts';
import { evaluateGrouped } from '../evaluate/groups.ts';
import { printer } from '../evaluate/printer.ts';
import { statusWords } from '../evaluate/status-words.ts';
import { evaluateWords } from '../evaluate/words.ts';
import { ruleNamed } from '../explain/named.ts';
import { CliFailure } from '../failure.ts';
import { unconfirmedMark } from '../feel/unconfirmed.ts';
import { guarded, type Output, type OutputOptions, withOutputOptions } from '../output.ts';
import { startProgress } from '../progress.ts';
import { packsHelp, several } from '../several.ts';
import { phrase } from '../words.ts';

type Options = OutputOptions & {
  readonly register: string;
  readonly packs?: readonly string[];
  readonly asOf?: string;
  readonly engine: string;
  readonly status?: string;
  readonly rule?: readonly string[];
};

/** `evaluate`: every duty of a register, one a line. The mode is always `true`: what we now know was so on that day (DECISIONS 4). */
export function evaluateCommand(): Command {
  const command = new Command('evaluate')
    .description('计算应办事项 / evaluate a register')
    .requiredOption('--register <dir>', '登记信息文件夹 / the register folder')
    .option('--packs <dir>', packsHelp, several)
    .option('--as-of <day>', '以哪一天为准（按现在所知）/ the day asked about, as known now')
    .option('--engine <name>', engines.join(' | '), 'kernel')
    .option('--rule <names...>', '只列出这些规则 / only these rules')
    .option('--status <list>', '只列出这些状态，用逗号分隔 / only these statuses, comma-separated');
  return withOutputOptions(command).action((options: Options) =>
    guarded(options, async (out) => {
      const engine = engineOf(options.engine);
      const wanted = statusesOf(options.status);
      const { law, question, register } = await openEvaluation(
        options.register,
        options.packs ?? [],
        options.asOf,
        out,
      );
      const listed = options.rule && new Set(options.rule.flatMap((name) => ruleNamed(law, name).map(({ id }) => id)));
      const asked = listed ? { ...question, rules: rulesFor(listed, question.rules) } : question;
      const progress = startProgress(evaluateWords.evaluating[out.language]);
      const conflicts = conflictsIn(law, register, question, progress.to);
      const also = engine === 'kernel' ? asked.rules : [];
      const grouped = out.json ? evaluateGrouped(law, register, question, asked.rules, also, progress.to) : null;
      const notes = grouped === null ? () => null : annotator(register, grouped.groups, conflicts);
      const print = printer(process.stdout);
      // The kernel has decided everything before the first line; the others decide rule by rule.
      const lines = engine === 'kernel' ? startProgress(evaluateWords.writing[out.language]) : progress;
      let rule = '';
      let rules = 0;
      const at = (id: string): boolean => {
        if (id !== rule) lines.to(++rules, asked.rules.length);
        rule = id;
        return listed === undefined || listed.has(id);
      };
      const texts =
        engine === 'kernel' && grouped !== null ? kernelText(asked, register, grouped.duties, wanted, notes) : null;
      if (texts) for (const { rule: id, text } of texts) if (at(id)) await print.text(text);
      if (!texts) {
        const annotate = lineAnnotator(register, asked.rules, notes);
        for await (const line of dutyLines(engine, asked, register, progress.to)) {
          if (!at(line.rule) || (wanted && !wanted.has(line.status))) continue;
          await print.text(
            `${out.json ? JSON.stringify({ ...line, ...annotate(line) }) : readable(line, out.language)}\n`,
          );
        }
      }
      await print.end();
      lines.end();
      progress.end();
      sayConflicts(conflicts, register, listed ?? null, out);
    }),
  );
}

const conflictNote = {
  zh: '义务冲突{count}项，例如 {list}：一项条款要求的事，另一项条款加以限制。请作出决定并登记；用 sallyport gate 查看。',
  en: '{count} conflicts, such as {list}: one clause demands what another restrains. Decide and record it; sallyport gate shows more.',
};

/** On standard error, beside the lines: conflicts that nobody has decided. */
function sayConflicts(
  conflicts: readonly Conflict[],
  register: Register,
  listed: ReadonlySet<string> | null,
  out: Output,
): void {
  const held = conflicts
    .filter(({ decision, demanding }) => decision === null && listed?.has(demanding.id) !== false)
    .map(({ demanding, subject }) => `${demanding.id} ${tableOf(register, demanding.subject).ids[subject]}`);
  if (held.length === 0) return;
  out.note(phrase(conflictNote, out.language, { count: held.length, list: held.slice(0, 5).join('; ') }));
}

function readable(line: DutyLine, language: 'zh' | 'en'): string {
  const period = line.period === null ? '' : ` ${line.period}`;
  return [
    statusWords[line.status][language],
    line.due ?? '',
    line.rule,
    `${line.subject}${period}`,
    line.bearer ?? '',
    line.metOn ?? '',
    line.evidence.join(' '),
    line.unconfirmedYears.length === 0
      ? ''
      : phrase(unconfirmedMark, language, { years: line.unconfirmedYears.join(language === 'zh' ? '、' : ', ') }),
  ].join('\t');
}

function engineOf(name: string): Engine {
  const engine = engines.find((known) => known === name);
  if (engine) return engine;
  throw new CliFailure(
    { zh: '没有“{name}”这一引擎：请用 {list}。', en: 'There is no engine "{name}": use {list}.' },
    { name, list: engines.join(', ') },
  );
}

function statusesOf(list: string | undefined): ReadonlySet<Status> | null {
  if (list === undefined) return null;
  const names = list.split(',').map((name) => name.trim());
  for (const name of names) {
    if (statusCodes.some((status) => status === name)) continue;
    throw new CliFailure(
      { zh: '没有“{name}”这一状态：请用 {list}。', en: 'There is no status "{name}": use {list}.' },
      { name, list: statusCodes.join(', ') },
    );
  }
  return new Set(statusCodes.filter((status) => names.includes(status)));
}

/** The rules listed and those they follow, without which it could not be said when they are due. */
function rulesFor(listed: ReadonlySet<string>, rules: readonly Rule[]): Rule[] {
  const needed = new Set(listed);
  // A name added here is come to in turn.
  for (const id of needed) for (const rule of rules) if (rule.id === id && rule.after !== null) needed.add(rule.after);
  return rules.filter(({ id }) => needed.has(id));
}
