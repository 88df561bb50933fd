import { type Day, unconfirmedYears, type WorkingDays } from '@sallyport/core/calendar';
import { evaluator, type FeelContext, Places, parseExpression, type World, walk } from '@sallyport/core/feel';
import type { Phrase } from '../words.ts';

const countsDays = (name: string): boolean => name === 'add working days' || name === 'working days between';

const noFacts = (): never => {
  throw new Error('an expression by itself reads no facts');
};

/**
 * The years an expression counted working days through whose calendar nobody has confirmed. Of a part that is evaluated many
 * times, in a filter, the last time is seen.
 */
export function unconfirmedIn(text: string, context: FeelContext, calendar: WorkingDays): number[] {
  const root = parseExpression(text, context.scope);
  const world: World = { around: { calendar }, reader: noFacts, relatives: noFacts };
  const places = new Places();
  const run = evaluator(root, world, places);
  const frame = places.frame(context.values);
  run(frame);
  const trace = places.trace(frame.seen);
  const years = new Set<number>();
  walk(root, (node) => {
    if (node.form !== 'call' || !countsDays(node.operator.name)) return;
    const days = [node, ...node.args].filter(({ type }) => type === 'day').map((part) => trace.get(part) ?? null);
    const known = days.filter((day) => day !== null) as Day[];
    if (known.length < 2) return;
    for (const year of unconfirmedYears(calendar, Math.min(...known), Math.max(...known))) years.add(year);
  });
  return [...years].toSorted((a, b) => a - b);
}

export const unconfirmedNote: Phrase = {
  zh: '推算经过{years}年，该年的工作日安排尚未核实，结果可能有出入。',
  en: 'The count runs through {years}, whose working days are not confirmed; the result may shift.',
};
