import type { dutyTrend } from '@sallyport/server/contracts/duties';
import type { z } from 'zod';
import { countText, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { percentText } from './coverage.ts';
import { Sparkline } from './sparkline.tsx';
import { placed, type TrendPoint } from './trend-points.ts';

export type InstrumentDays = z.output<(typeof dutyTrend)['output']>['instruments'][number];

/** How one instrument went: the line, and where it began, with its denominator; nothing before two days are closed. */
export function InstrumentTrend({ days }: { readonly days: InstrumentDays['days'] }) {
  const { t, language } = useWords();
  const points = shownPoints(days);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  return (
    <span className="instrument-trend">
      <Sparkline points={points} />
      <span className="figure-note">
        {t('programme.since', {
          day: dayText(first.day, language),
          figure: t('programme.of', {
            settled: countText(first.settled, language),
            owed: countText(first.owed, language),
            percent: percentText(first.settled / first.owed),
          }),
        })}
      </span>
    </span>
  );
}

/** Days on which a number was held back, or nothing was owed, are no points. */
const shownPoints = (days: InstrumentDays['days']): Omit<TrendPoint, 'entry'>[] =>
  placed(
    days.flatMap(({ day, owed, settled }) =>
      owed === null || settled === null || owed === 0 ? [] : [{ day, owed, settled }],
    ),
  );
