import { formatDay } from '@sallyport/core/calendar';
import { actsOf, type FactRow, gateActName, gateOf } from '@sallyport/core/duties';
import { type Register, tableOf, vocabulary } from '@sallyport/core/facts';
import { gateActs, type Law } from '@sallyport/core/law';
import { Command } from 'commander';
import { conflictsIn } from '../evaluate/annotations.ts';
import { openEvaluation } from '../evaluate/evaluation.ts';
import { evaluateWords } from '../evaluate/words.ts';
import { CliFailure } from '../failure.ts';
import { gateData, sayConflict, sayGroup } from '../gate/gate-line.ts';
import { gateWords as words } from '../gate/words.ts';
import { guarded, type OutputOptions, withOutputOptions } from '../output.ts';
import { startProgress } from '../progress.ts';
import { packsHelp, several } from '../several.ts';

type Options = OutputOptions & {
  readonly register: string;
  readonly packs?: readonly string[];
  readonly asOf?: string;
};

/** `gate`: whether an act may go on for a record, which duties hold it, and what would open each. */
export function gateCommand(): Command {
  const command = new Command('gate')
    .description('前置条件：一项行为能否放行 / whether an act may go on, and what holds it')
    .argument('<act>', '行为，如 trip.depart / the act, such as trip.depart')
    .argument('<record>', '登记信息的编号，如出行或者出行人员 / the id of the record, such as a trip or a traveller')
    .requiredOption('--register <dir>', '登记信息文件夹 / the register folder')
    .option('--packs <dir>', packsHelp, several)
    .option('--as-of <day>', '以哪一天为准（按现在所知）/ the day asked about, as known now');
  return withOutputOptions(command).action((act: string, id: string, options: Options) =>
    guarded(options, async (out) => {
      const { law, register, question } = await openEvaluation(
        options.register,
        options.packs ?? [],
        options.asOf,
        out,
      );
      const on = recordNamed(law, register, act, id);
      const progress = startProgress(evaluateWords.evaluating[out.language]);
      const conflicts = conflictsIn(law, register, question, progress.to);
      progress.end();
      const gate = gateOf(act, on, { law, register, vocabulary, question, conflicts });
      const telling = { law, register, question, vocabulary };
      const record = `${tableOf(register, on.kind).kind.label[out.language]} ${id}`;
      out.say(gate.open ? words.open : words.held, { act: gateActName(act), record, day: formatDay(question.asOf) });
      if (gate.groups.length + gate.conflicts.length === 0) out.say(words.none);
      for (const group of gate.groups) sayGroup(group, telling, out);
      for (const conflict of gate.conflicts) sayConflict(conflict, telling, out);
      out.data(gateData(gate, telling, out.language));
    }),
  );
}

/** The record an act is about: of the kind the act names, or of one that its duties hang on. */
function recordNamed(law: Law, register: Register, act: string, id: string): FactRow {
  const acts = actsOf(law);
  if (!acts.includes(act)) throw new CliFailure(words.noAct, { act, list: acts.join(', ') }, acts);
  const own = act.split('.')[0] ?? '';
  const rules = law.rules.filter((rule) => gateActs(rule).includes(act) || rule.demands.includes(act));
  const kinds = [...new Set([own, ...rules.map(({ subject }) => subject)])].filter((kind) =>
    vocabulary.kinds.has(kind),
  );
  for (const kind of kinds) {
    const row = tableOf(register, kind).ids.indexOf(id);
    if (row >= 0) return { kind, row };
  }
  const labels = kinds.map((kind) => tableOf(register, kind).kind.label);
  throw new CliFailure(words.noRecord, {
    id,
    kinds: { zh: labels.map(({ zh }) => zh).join('或者'), en: labels.map(({ en }) => en).join(' or ') },
  });
}
