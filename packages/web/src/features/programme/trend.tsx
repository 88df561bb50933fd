import { Text } from '@mantine/core';
import { closedDays } from '@sallyport/server/contracts/journal';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { percentText, shareOf } from './coverage.ts';

const shownDays = 90;

/** Coverage day by day, from what the journal sealed when each day was closed. */
export function Trend({ until }: { readonly until: string }) {
  const { t, language } = useWords();
  const { data, error } = useAsk(closedDays, { from: before(until, shownDays), until });
  const points = (data?.days ?? []).flatMap(({ entry, day, counts }) => {
    const share = shareOf(counts);
    return share === null ? [] : [{ entry, day, share }];
  });
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
          <svg className="trend" viewBox="0 0 600 120" aria-hidden="true">
            <line className="trend-axis" x1={0} y1={10} x2={600} y2={10} />
            <line className="trend-axis" x1={0} y1={110} x2={600} y2={110} />
            <polyline
              className="trend-line"
              points={points.map(({ share }, n) => `${(600 * n) / (points.length - 1)},${110 - 100 * share}`).join(' ')}
            />
          </svg>
          <div className="trend-ends">
            {[first, last].map(({ entry, day, share }) => (
              <span key={entry}>
                <Link to="/journal/$id" params={{ id: entry }}>
                  {dayText(day, language)}
                </Link>{' '}
                {percentText(share)}
              </span>
            ))}
          </div>
        </>
      )}
    </Section>
  );
}

const before = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
