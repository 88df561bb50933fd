import { type Day, endOfDay, formatDay, parseDay } from '@sallyport/core/calendar';
import { implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { countTrue } from './as-of-store.ts';
import { summarizeDuties } from './contract.ts';
import { personsOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { rulesAsked } from './filter.ts';
import { itemsOf, figuresOf as page } from './list.ts';
import { type Count, countDuties, countKnown, mostUrgentRows } from './summary-store.ts';
import { figuresOf } from './suppress.ts';
import { programmeStart } from './today-store.ts';

const urgentShown = 10;

export const implementSummary = (engine: Engine, offset: number) =>
  implementQuery(summarizeDuties, {
    async answer(context, { day: asked, mode }) {
      const { tx, scope, today } = context;
      const day = asked === undefined ? today : dayUntil(asked, today);
      const end = endOfDay(day, offset);
      let counts: Count[];
      if (mode === 'true') counts = await countTrue(tx, engine, scope, day, end);
      else counts = day === today ? await countDuties(tx, scope, today) : await countKnown(tx, scope, day, end);
      const urgent = await mostUrgentRows(tx, scope, today, urgentShown, await programmeStart(tx));
      return {
        output: {
          mode,
          ...(await page(tx, today)),
          day: formatDay(day),
          instruments: engine.law.editions.flatMap((edition) => {
            const rules = (rulesAsked(engine, { instrument: edition.id }) ?? []).length;
            if (rules === 0) return [];
            const own = counts.filter(({ pack }) => pack === edition.id);
            return [{ instrument: edition.id, title: edition.instrument.title, rules, ...figuresOf(own) }];
          }),
          urgent: urgent.flatMap((row) => itemsOf(engine, row)),
        },
        persons: personsOf(urgent),
      };
    },
  });

/** Nothing is known of days to come. */
export function dayUntil(text: string, today: Day): Day {
  const day = parseDay(text);
  return day === null || day > today ? refuse('duties.day-ahead') : day;
}
