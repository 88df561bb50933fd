import { parseDay, type WorkingDays } from '../../calendar/index.ts';
import type { Register, Vocabulary } from '../../facts/index.ts';
import type { ExampleText, Law, Rule } from '../../law/index.ts';
import { compareExample, exampleRegister } from '../examples.ts';
import { type Question, questionOf, type SettingHistory } from '../question.ts';
import { type Mutant, mutantsOf, unitOf } from './mutants.ts';

export type MutationResult = { readonly rule: string; readonly total: number; readonly survivors: readonly Mutant[] };

type Prepared = { readonly example: ExampleText; readonly register: Register; readonly question: Question };

/** Changes each thing of a rule in turn; a change that no example of the rule notices survives. Rules without examples have none. */
export function mutateRule(
  rule: Rule,
  law: Law,
  vocabulary: Vocabulary,
  calendars: ReadonlyMap<string, WorkingDays>,
): MutationResult {
  const prepared = rule.examples.flatMap((example): Prepared[] => {
    const register = exampleRegister(example, vocabulary, rule.subject);
    return 'zh' in register
      ? []
      : [{ example, register, question: questionOf(law, register, parseDay(example.asOf) ?? 0, calendars) }];
  });
  const mutants = prepared.length === 0 ? [] : mutantsOf(rule, vocabulary);
  return {
    rule: rule.id,
    total: mutants.length,
    survivors: mutants.filter((mutant) => !prepared.some((one) => notices(mutant, one, law))),
  };
}

function notices(mutant: Mutant, { example, register, question }: Prepared, law: Law): boolean {
  const asked =
    mutant.shift === null ? question : { ...question, settings: shifted(question.settings, mutant.shift, law) };
  try {
    return compareExample(mutant.rule, example, register, asked) !== null;
  } catch {
    // A change that makes the rule impossible to evaluate is noticed, too.
    return true;
  }
}

function shifted(settings: Question['settings'], name: string, law: Law): ReadonlyMap<string, SettingHistory> {
  const type = law.settings.get(name)?.type;
  const history = settings.get(name) ?? [];
  const duration = type === 'days' || type === 'hours';
  return new Map([
    ...settings,
    [name, history.map((version) => ({ ...version, value: version.value + unitOf(duration, version.value) }))],
  ]);
}
