import { Button, Group, Text } from '@mantine/core';
import { listExemptions, listPackages, reopenCourse, showCoverage } from '@sallyport/server/contracts/education';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayText, headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { Figures } from './figures.tsx';
import { ReopenForm } from './reopen-form.tsx';

/** How far the house is with education, topic by topic; whom to ask stands a page further. */
export function CoveragePage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const found = useAsk(showCoverage, {});
  const listed = (names: readonly { readonly zh: string; readonly en: string }[]): string =>
    names.map(said).join(t('app.listed'));
  return (
    <>
      <PageHead
        title={t('education.coverage')}
        note={
          <>
            {found.data === undefined ? null : `${t('duties.asOf', { day: dayText(found.data.day, language) })} · `}
            {t('education.coverageNote')}
          </>
        }
      />
      <Group mb="md">
        <Button component={Link} variant="default" to="/education/campaigns">
          {t('education.campaigns')}
        </Button>
        <Button component={Link} variant="default" to="/education/sessions">
          {t('education.sessions')}
        </Button>
        {isAdmitted(listPackages.admits, who) ? (
          <Button component={Link} variant="default" to="/education/packages">
            {t('education.packages')}
          </Button>
        ) : null}
        {isAdmitted(listExemptions.admits, who) ? (
          <Button component={Link} variant="default" to="/education/exemptions">
            {t('education.exemptions')}
          </Button>
        ) : null}
      </Group>
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {found.data?.topics.length === 0 ? (
        <Empty title={t('education.nothingOwed')} note={t('education.nothingOwedNote')} />
      ) : null}
      {found.data?.topics.map(({ topic, name, figures, rules, courses }) => (
        <div key={topic} className="row still">
          <Link to="/education/coverage/$topic" params={{ topic }} className="row-title">
            {headed(said(name))}
          </Link>
          <Figures figures={figures} />
          <span className="row-more">
            <span>{t('education.askedBy', { rules: listed(rules.map(({ title }) => title)) })}</span>
            <span>
              {courses.length === 0
                ? t('education.noCourse')
                : t('education.metBy', { courses: listed(courses.map(({ title }) => title)) })}
            </span>
          </span>
        </div>
      ))}
      {isAdmitted(reopenCourse.admits, who) ? (
        <Section title={t('education.reopen')}>
          <Text c="dimmed" mb="sm">
            {t('education.reopenNote')}
          </Text>
          <ReopenForm />
        </Section>
      ) : null}
    </>
  );
}
