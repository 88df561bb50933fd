import { Link } from '@tanstack/react-router';
import { countText, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { percentText } from './coverage.ts';
import type { TrendPoint } from './trend-points.ts';

/** What the curve is drawn from, newest first, for whoever reads numbers or hears them. */
export function TrendTable({ points }: { readonly points: readonly TrendPoint[] }) {
  const { t, language } = useWords();
  return (
    <details className="trend-numbers no-print">
      <summary>{t('programme.trendNumbers', { count: countText(points.length, language) })}</summary>
      <div className="wide" tabIndex={0} role="group" aria-label={t('programme.trend')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('asOf.day')}</th>
              <th scope="col" className="number">
                {t('programme.settled')}
              </th>
              <th scope="col" className="number">
                {t('programme.owed')}
              </th>
              <th scope="col" className="number">
                {t('programme.coverage')}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(({ entry, day, settled, owed }) => (
              <tr key={entry}>
                <th scope="row">
                  <Link to="/journal/$id" params={{ id: entry }}>
                    {dayText(day, language)}
                  </Link>
                </th>
                <td className="number">{countText(settled, language)}</td>
                <td className="number">{countText(owed, language)}</td>
                <td className="number">{percentText(settled / owed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
