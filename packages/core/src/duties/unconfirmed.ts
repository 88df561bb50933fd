import { countsWorkingDays, type Node, unconfirmedIn } from '../feel/index.ts';
import type { Rule, Variant } from '../law/index.ts';
import { Explainer } from './decide.ts';
import type { Question } from './question.ts';
import type { Relations } from './relations.ts';
import type { Traced } from './traced.ts';

/** Which years nobody has confirmed a duty's dates were counted through; periods of a duty are told apart by their first day. */
export type Doubt = (subject: number, period: number | null) => readonly number[];

const none: readonly number[] = [];

const datesOf = (rule: Rule, { due, closes }: Variant): readonly Node[] =>
  [rule.every, due, closes].filter((node) => node !== null);

/**
 * Says of each duty of a rule whether a date of it was counted through a year whose calendar nobody has confirmed (DECISIONS 3), whichever
 * back end decided it. Most rules count no working days and have nothing to look at; the duties of the others are traced.
 */
export function doubtsOf(question: Question, relations: Relations): (rule: Rule) => Doubt {
  const explainer = new Explainer(relations.register, relations, question);
  return (rule) => {
    const calendar = question.calendars.get(rule.calendar);
    if (!calendar || !rule.variants.some((variant) => datesOf(rule, variant).some(countsWorkingDays)))
      return () => none;
    let traced: { readonly subject: number; readonly duties: readonly Traced[] } | null = null;
    return (subject, period) => {
      // The periods of a subject are asked for one after the other.
      if (traced?.subject !== subject) traced = { subject, duties: explainer.decide(rule, subject) };
      const duty = traced.duties.find((one) => one.period === period);
      return duty ? unconfirmedIn(datesOf(rule, duty.variant), duty.trace, calendar) : none;
    };
  };
}
