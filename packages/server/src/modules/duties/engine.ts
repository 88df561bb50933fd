import type { WorkingDays } from '@sallyport/core/calendar';
import {
  readingsOf,
  type SettingHistory,
  type SettingRow,
  type Spoken,
  settingHistories,
} from '@sallyport/core/duties';
import { correctLaw, type Law, type Rule } from '@sallyport/core/law';
import { type Evaluation, evaluationOf } from './evaluation.ts';
import { type Reached, reachOf } from './reach.ts';
import { type SettleStatement, settleStatement } from './settle-statement.ts';
import type { Policy } from './store.ts';

/** The law as statements: written once, kept by what they depend on. */
export type Engine = {
  readonly law: Law;
  readonly calendars: ReadonlyMap<string, WorkingDays>;
  /** Rules by the kind of their subject. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
  /** Rules of which several revisions are there, and those that follow one. */
  readonly revised: ReadonlySet<string>;
  rule(this: void, id: string): Rule | undefined;
  reach(this: void, changed: string): Reached;
  settings(this: void, rows: readonly SettingRow[]): ReadonlyMap<string, SettingHistory>;
  /** As one organisation has it: with the clauses it confirmed, and its settings. Which rules there are, and what they reach, is the same. */
  own(this: void, policy: Policy): { readonly engine: Engine; readonly settings: ReadonlyMap<string, SettingHistory> };
  /** `spoken`: a rule whose law speaks to no organisation has no duties, and is not asked; what is stored of it goes. */
  settle(
    this: void,
    kind: string,
    rules: readonly string[],
    settings: ReadonlyMap<string, SettingHistory>,
    spoken: Spoken,
  ): SettleStatement;
  /** The rows alone, of some subjects or of every one. */
  evaluate(
    this: void,
    rules: readonly string[],
    settings: ReadonlyMap<string, SettingHistory>,
    every: boolean,
  ): Evaluation;
};

export function createEngine(law: Law, calendars: ReadonlyMap<string, WorkingDays>): Engine {
  const reaches = new Map<string, Reached>();
  const settled = new Map<string, SettleStatement>();
  const evaluated = new Map<string, Evaluation>();
  const kinds = new Map<string, readonly string[]>();
  for (const { subject, id } of law.rules)
    kinds.set(subject, [...new Set([...(kinds.get(subject) ?? []), id])].toSorted());
  const byId = new Map(law.rules.map((rule) => [rule.id, rule]));
  const unchanged = settingHistories(law, []);
  const corrected = new Map<string, Engine>();
  const evaluate: Engine['evaluate'] = (rules, settings, every) =>
    kept(evaluated, keyOf(rules, settings, String(every)), () => evaluationOf(law, rules, settings, calendars, every));
  const engine: Engine = {
    law,
    calendars,
    kinds,
    revised: new Set(law.rules.filter((rule) => isRevised(law.rules, rule)).map(({ id }) => id)),
    rule: (id) => byId.get(id),
    reach: (changed) => kept(reaches, changed, () => reachOf(law.rules, changed)),
    settings: (rows) => (rows.length === 0 ? unchanged : settingHistories(law, rows)),
    settle: (kind, rules, settings, spoken) =>
      kept(settled, keyOf(rules, settings, `${kind} ${spoken.cn} ${spoken.us}`), () =>
        settleStatement(law, kind, rules, evaluationOf(law, rules, settings, calendars, false, spoken)),
      ),
    evaluate,
    own({ settings, corrections }) {
      const its =
        corrections.length === 0
          ? engine
          : kept(
              corrected,
              JSON.stringify(corrections),
              () => createEngine(correctLaw(law, corrections), calendars),
              mostCorrected,
            );
      return { engine: its, settings: its.settings(settings) };
    },
  };
  return engine;
}

function isRevised(rules: readonly Rule[], rule: Rule): boolean {
  if (readingsOf(rules, rule.id).length > 1) return true;
  const [first] = readingsOf(rules, rule.after);
  return first !== undefined && isRevised(rules, first);
}

function kept<T>(known: Map<string, T>, key: string, make: () => T, most = 500): T {
  const there = known.get(key);
  if (there !== undefined) return there;
  // Organisations with settings of their own are few, and what is dropped is made again.
  if (known.size >= most) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

/** An engine holds all its statements. */
const mostCorrected = 50;

const named = new WeakMap<ReadonlyMap<string, SettingHistory>, string>();

function keyOf(rules: readonly string[], settings: ReadonlyMap<string, SettingHistory>, rest: string): string {
  let name = named.get(settings);
  if (name === undefined) {
    name = JSON.stringify([...settings]);
    named.set(settings, name);
  }
  return `${rest} ${rules.join()} ${name}`;
}
