import { Text } from '@mantine/core';
import { listDue, showCoverageByUnit } from '@sallyport/server/contracts/education';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { DueList } from './due-list.tsx';
import { Figures } from './figures.tsx';

/** One topic: unit by unit how far it is, and whom there is to ask. */
export function TopicPage() {
  const { topic = '' } = useParams({ strict: false });
  const { t, said, language } = useWords();
  const who = useMe();
  const found = useAsk(showCoverageByUnit, { topic, order: language });
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const { name, day, total, units } = found.data;
  return (
    <>
      <p className="back">
        <Link to="/education/coverage">{t('education.backToCoverage')}</Link>
      </p>
      <PageHead
        title={t('education.topicTitle', { topic: said(name) })}
        note={`${t('duties.asOf', { day: dayText(day, language) })} · ${t('education.coverageNote')}`}
      />
      <Section title={t('education.byUnit')}>
        {units.length === 0 ? <Text>{t('education.nothingOwed')}</Text> : null}
        {units.length < 2 ? null : (
          <div className="row still">
            <span className="row-title">{t('education.together')}</span>
            <Figures figures={total} />
          </div>
        )}
        {units.map(({ unit, name: unitName, figures }) => (
          <div key={unit ?? ''} className="row still">
            <span className="row-title">{unitName ?? unit ?? t('education.noUnit')}</span>
            <Figures figures={figures} />
          </div>
        ))}
      </Section>
      {isAdmitted(listDue.admits, who) ? (
        <Section title={t('education.whoIsDue')}>
          <DueList topic={topic} />
        </Section>
      ) : null}
    </>
  );
}
