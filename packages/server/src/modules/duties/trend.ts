import { parseDay } from '@sallyport/core/calendar';
import { implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { dayFigures } from './day-figures.ts';
import { dutyTrend } from './trend-contract.ts';

const mostDays = 366;

export const trendQuery = implementQuery(dutyTrend, {
  place: async () => ({ person: null, unit: null }),
  async answer({ tx }, { from, until }) {
    const [first, last] = [parseDay(from) ?? 0, parseDay(until) ?? 0];
    if (last - first >= mostDays) refuse('duties.too-many-days');
    const figures = await dayFigures(tx, first, last);
    const instruments = [...new Set(figures.map(({ instrument }) => instrument))].toSorted();
    return {
      output: {
        instruments: instruments.map((instrument) => ({
          instrument,
          days: figures
            .filter((one) => one.instrument === instrument)
            .map(({ day, owed, settled }) => ({ day, owed, settled })),
        })),
      },
    };
  },
});
