import { Button, Text } from '@mantine/core';
import { showDuty } from '@sallyport/server/contracts/duties';
import { myCourses, showCoverage } from '@sallyport/server/contracts/education';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { z } from 'zod';
import { useAsk } from '../../app/ask.ts';
import { dayOrMoment, dayText, headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { ClauseLink } from '../law/clause-link.tsx';
import { OwnCampaigns } from './own-campaigns.tsx';
import { OwnPackages } from './own-packages.tsx';
import { Standing } from './standing.tsx';

const Certificates = lazy(async () => ({ default: (await import('./certificates.tsx')).Certificates }));

export type Course = z.output<typeof myCourses.output>['courses'][number];

/** What one has to learn, by when and why; what one may learn besides; and what one has to show for it. */
export function EducationPage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const { person } = who;
  const found = useAsk(myCourses, {}, { enabled: person !== null });
  const others = isAdmitted(showCoverage.admits, who) ? (
    <Button component={Link} variant="default" to="/education/coverage">
      {t('education.coverage')}
    </Button>
  ) : null;
  if (person === null) return <PageHead title={t('education.title')} note={t('education.nobody')} action={others} />;
  const courses = found.data?.courses ?? [];
  const owed = courses.filter(({ duties }) => duties.length > 0);
  const free = courses.filter(({ duties }) => duties.length === 0);
  return (
    <>
      <PageHead title={t('education.title')} note={t('education.note')} action={others} />
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {found.data === undefined ? null : (
        <>
          <OwnCampaigns campaigns={found.data.campaigns} />
          <Section title={t('education.owed')}>
            {owed.length === 0 ? <Text>{t('education.owedNone')}</Text> : null}
            {owed.map((course) => (
              <CourseRow key={course.course} course={course} />
            ))}
          </Section>
          <Section title={t('education.others')}>
            {free.map((course) => (
              <CourseRow key={course.course} course={course} />
            ))}
          </Section>
          <OwnPackages />
          {found.data.exemptions.length === 0 ? null : (
            <Section title={t('education.ownExemptions')}>
              {found.data.exemptions.map(({ exemption, topic, until, reason, by }) => (
                <div key={exemption} className="row still">
                  <span className="row-title">{headed(said(topic))}</span>
                  <span className="state state-quiet">
                    {t('education.exemptUntil', { day: dayText(until, language) })}
                  </span>
                  <span className="row-more">
                    <span>{t('education.exemptWhy', { reason })}</span>
                    {by === null ? null : <span>{by}</span>}
                  </span>
                </div>
              ))}
            </Section>
          )}
          <Section title={t('education.certificates')}>
            <Suspense fallback={<Loading />}>
              <Certificates />
            </Suspense>
          </Section>
        </>
      )}
    </>
  );
}

function CourseRow({ course }: { readonly course: Course }) {
  const { t, said, language } = useWords();
  const who = useMe();
  return (
    <div className="row still">
      <Link to="/education/$course" params={{ course: course.course }} className="row-title">
        {said(course.title)}
      </Link>
      <Standing course={course} />
      {course.duties.map((duty) => (
        <span key={`${duty.rule} ${duty.subject} ${duty.period ?? ''}`} className="row-more">
          {isAdmitted(showDuty.admits, who) ? (
            <Link
              to="/duty"
              search={{
                rule: duty.rule,
                subject: duty.subject,
                ...(duty.period === null ? {} : { period: duty.period }),
              }}
            >
              {said(duty.title)}
            </Link>
          ) : (
            <span>{said(duty.title)}</span>
          )}
          {duty.due === null ? null : (
            <span>
              {t(duty.status === 'overdue' ? 'education.wasDue' : 'education.due', {
                day: dayOrMoment(duty.due, language),
              })}
            </span>
          )}
          <span>
            {t('education.because')}
            {duty.clauses.map((clause, at) => (
              <span key={clause.id}>
                {at === 0 ? '' : t('app.listed')}
                <ClauseLink clause={clause.id} name={clause.name} />
              </span>
            ))}
          </span>
        </span>
      ))}
      {course.duties.length > 0 ? null : <span className="row-more">{said(course.about)}</span>}
    </div>
  );
}
