import type { WorkingDays } from '@sallyport/core/calendar';
import { evaluator, type FeelContext, Places, parseExpression, unconfirmedIn, type World } from '@sallyport/core/feel';
import type { Phrase } from '../words.ts';

const noFacts = (): never => {
  throw new Error('an expression by itself reads no facts');
};

/** The years an expression counted working days through whose calendar nobody has confirmed. */
export function unconfirmedYearsOf(text: string, context: FeelContext, calendar: WorkingDays): number[] {
  const root = parseExpression(text, context.scope);
  const world: World = { around: { calendar }, reader: noFacts, relatives: noFacts };
  const places = new Places();
  const run = evaluator(root, world, places);
  const frame = places.frame(context.values);
  run(frame);
  return unconfirmedIn([root], places.trace(frame.seen), calendar);
}

export const unconfirmedNote: Phrase = {
  zh: '推算经过{years}年，该年的工作日安排尚未核实，结果可能有出入。',
  en: 'The count runs through {years}, whose working days are not confirmed; the result may shift.',
};

/** The same beside a date. */
export const unconfirmedMark: Phrase = {
  zh: '推算经过{years}年，工作日安排待核实',
  en: 'counted through {years}, working days not confirmed',
};
