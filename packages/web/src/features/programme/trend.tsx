import { Text } from '@mantine/core';
import { closedDays } from '@sallyport/server/contracts/journal';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { countText, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { percentText } from './coverage.ts';
import { trendPoints } from './trend-points.ts';
import { TrendTable } from './trend-table.tsx';

/** Coverage day by day, from what the journal sealed when each day was closed. */
export function Trend({ from, until }: { readonly from: string; readonly until: string }) {
  const { t, language } = useWords();
  const { data, error } = useAsk(closedDays, { from, until });
  const points = trendPoints(data?.days ?? []);
  const [first, last] = [points[0], points.at(-1)];
  return (
    <Section title={t('programme.trend')}>
      <ProblemView error={error} />
      {data === undefined ? null : first === undefined || last === undefined || points.length < 2 ? (
        <Text c="dimmed">{t('programme.trendShort')}</Text>
      ) : (
        <>
          <Text c="dimmed" mb="sm">
            {t('programme.trendNote')}
          </Text>
          <div className="trend-box">
            <div className="trend-scale" aria-hidden="true">
              <span>100%</span>
              <span>0%</span>
            </div>
            <svg className="trend" viewBox="0 0 600 120" preserveAspectRatio="none" aria-hidden="true">
              <line className="trend-axis" x1={0} y1={10} x2={600} y2={10} />
              <line className="trend-axis" x1={0} y1={110} x2={600} y2={110} />
              <polyline
                className="trend-line"
                points={points.map(({ at, settled, owed }) => `${600 * at},${110 - (100 * settled) / owed}`).join(' ')}
              />
            </svg>
          </div>
          <div className="trend-ends">
            {[first, last].map(({ entry, day, settled, owed }) => (
              <span key={entry}>
                <Link to="/journal/$id" params={{ id: entry }}>
                  {dayText(day, language)}
                </Link>
                <br />
                {t('programme.of', {
                  settled: countText(settled, language),
                  owed: countText(owed, language),
                  percent: percentText(settled / owed),
                })}
              </span>
            ))}
          </div>
          <TrendTable points={points} />
        </>
      )}
    </Section>
  );
}
