import { formatDay } from '@sallyport/core/calendar';
import { implementQuery } from '../../platform/actions/implement.ts';
import { countTrue } from './as-of-store.ts';
import { dutyFigures, summarizeDuties } from './contract.ts';
import { personsOf } from './duty-row.ts';
import type { Engine } from './engine.ts';
import { rulesAsked } from './filter.ts';
import { readAsOf } from './known-by.ts';
import { itemsOf, figuresOf as page } from './list.ts';
import { type Count, countDuties, countKnown, mostUrgentRows } from './summary-store.ts';
import { backlogIn, figuresOf } from './suppress.ts';
import { programmeStart } from './today-store.ts';

const urgentShown = 10;

/** Every instrument that asks for something, with its counts as far as they may be told. */
const instrumentsOf = (engine: Engine, counts: readonly Count[], isToday: boolean) =>
  engine.law.editions.flatMap((edition) => {
    const rules = (rulesAsked(engine, { instrument: edition.id }) ?? []).length;
    if (rules === 0) return [];
    const own = counts.filter(({ pack }) => pack === edition.id);
    return [
      {
        instrument: edition.id,
        title: edition.instrument.title,
        rules,
        ...figuresOf(own),
        backlog: isToday ? backlogIn(own) : null,
      },
    ];
  });

export const implementFigures = (engine: Engine) =>
  implementQuery(dutyFigures, {
    async answer({ tx, scope, today }) {
      const start = await programmeStart(tx);
      const instruments = instrumentsOf(engine, await countDuties(tx, scope, today, start), true);
      const { recomputingSince } = await page(tx, today);
      return { output: { day: formatDay(today), recomputingSince, programmeStart: start, instruments } };
    },
  });

export const implementSummary = (engine: Engine, offset: number) =>
  implementQuery(summarizeDuties, {
    async answer(context, asked) {
      const { tx, scope, today } = context;
      const { mode } = asked;
      const { day, end, knownBy, told } = readAsOf(asked, context, offset);
      const start = await programmeStart(tx);
      const isToday = mode === 'known' && day === today && asked.knownBy === undefined;
      let counts: Count[];
      if (mode === 'true') counts = await countTrue(tx, engine, scope, day, end);
      else if (isToday) counts = await countDuties(tx, scope, today, start);
      else counts = await countKnown(tx, scope, day, end, knownBy);
      const urgent = await mostUrgentRows(tx, scope, today, urgentShown, start);
      return {
        output: {
          mode,
          knownBy: told,
          ...(await page(tx, today)),
          day: formatDay(day),
          programmeStart: start,
          instruments: instrumentsOf(engine, counts, isToday),
          urgent: urgent.flatMap((row) => itemsOf(engine, row)),
        },
        persons: personsOf(urgent),
      };
    },
  });
