import { Text } from '@mantine/core';
import { myPackages } from '@sallyport/server/contracts/education';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayOrMoment, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';

/** Packages that may be played; nothing where the house has none. */
export function OwnPackages() {
  const { t, said, language } = useWords();
  const found = useAsk(myPackages, {});
  const packages = found.data?.packages ?? [];
  if (found.error !== null) return <ProblemView error={found.error} again={() => void found.refetch()} />;
  if (packages.length === 0) return null;
  return (
    <Section title={t('education.ownPackages')}>
      <Text c="dimmed">{t('education.ownPackagesNote')}</Text>
      {packages.map(({ package: id, title, topicName, underWay, last, validUntil, duties }) => (
        <div key={id} className="row still">
          <Link to="/education/play/$package" params={{ package: id }} className="row-title">
            {title}
          </Link>
          <span className={validUntil === null ? 'state' : 'state state-quiet'}>
            {validUntil !== null
              ? t('education.countsUntil', { day: dayText(validUntil, language) })
              : t(underWay ? 'education.packageOpen' : 'education.notBegun')}
          </span>
          <span className="row-more">
            <span>{said(topicName)}</span>
            {last === null ? null : (
              <span>
                {t('education.packageLast', {
                  word: t(`education.verb.${last.verb}`),
                  day: dayText(last.on, language),
                })}
              </span>
            )}
            {duties.map(({ rule, title: duty, due, overdue }) => (
              <span key={rule}>
                {said(duty)}
                {due === null
                  ? ''
                  : ` · ${t(overdue ? 'education.wasDue' : 'education.due', { day: dayOrMoment(due, language) })}`}
              </span>
            ))}
          </span>
        </div>
      ))}
    </Section>
  );
}
