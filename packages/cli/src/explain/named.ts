import { type Day, formatDay } from '@sallyport/core/calendar';
import type { Traced } from '@sallyport/core/duties';
import { type Register, tableOf } from '@sallyport/core/facts';
import { closest } from '@sallyport/core/feel';
import type { Law, Rule } from '@sallyport/core/law';
import { CliFailure } from '../failure.ts';
import { phrase } from '../words.ts';
import { explainWords as words } from './words.ts';

const both = (text: { readonly zh: string; readonly en: string }, list: readonly string[]) => ({
  zh: phrase(text, 'zh', { list: list.join('、') }),
  en: phrase(text, 'en', { list: list.join(', ') }),
});

/** The id of a rule without its pack: the pack is what people leave out, or take for another. */
const ownId = (id: string): string => id.slice(id.indexOf('/') + 1);

/** A rule by `pack/rule`, or by its own id where only one pack has it: each reading of it, the newest first. */
export function ruleNamed(law: Law, name: string): readonly [Rule, ...Rule[]] {
  const found = law.rules.filter(({ id }) => id === name || id.endsWith(`/${name}`)).toReversed();
  const [newest, ...older] = found;
  const ids = [...new Set(found.map(({ id }) => id))].toSorted();
  if (newest && ids.length === 1) return [newest, ...older];
  if (ids.length > 1) throw new CliFailure(words.severalRules, { name, list: ids.join(', ') }, ids);
  const all = law.rules.map(({ id }) => id);
  const near = closest(ownId(name), all, ownId);
  throw new CliFailure(
    words.noRule,
    { name, near: near.length > 0 ? both(words.near, near) : words.rulesListed },
    near,
  );
}

/** The row of a subject by its id. */
export function subjectNamed(register: Register, rule: Rule, id: string): number {
  const { ids, kind } = tableOf(register, rule.subject);
  const row = ids.indexOf(id);
  if (row >= 0) return row;
  const near = closest(id, ids, (known) => known);
  const hint =
    near.length > 0
      ? both(words.near, near)
      : ids.length > 0
        ? both(words.someOfKind, ids.slice(0, 3))
        : words.noneOfKind;
  throw new CliFailure(words.noSubject, { id, kind: kind.label, near: hint }, near);
}

/** Of the periods of a recurring duty the one a day lies in; a duty without periods is itself. */
export function periodOf(duties: readonly Traced[], day: Day): Traced[] {
  const begun = duties.filter((duty) => duty.period === null || duty.period <= day);
  const last = begun.at(-1);
  if (last) return [last];
  const list = duties.flatMap((duty) => (duty.period === null ? [] : [formatDay(duty.period)]));
  throw new CliFailure(words.noPeriod, { day: formatDay(day), list: list.join(', ') }, list);
}
