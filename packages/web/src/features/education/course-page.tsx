import { Button, Text } from '@mantine/core';
import { beginAttempt, myCourses } from '@sallyport/server/contracts/education';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useAct, useAsk } from '../../app/ask.ts';
import { dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { Standing } from './standing.tsx';

/** One course: its lessons, its paper, and what came of it. */
export function CoursePage() {
  const { course: id = '' } = useParams({ strict: false });
  const { t, said, language } = useWords();
  const navigate = useNavigate();
  const found = useAsk(myCourses, {});
  const begin = useAct(beginAttempt);
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const course = found.data.courses.find((one) => one.course === id);
  if (course === undefined) return <NotFoundPage />;
  const { lessons, next, submitted } = course;
  const unread = lessons.find(({ acknowledged }) => acknowledged === null);
  return (
    <>
      <p className="back">
        <Link to="/education">{t('education.back')}</Link>
      </p>
      <PageHead title={said(course.title)} note={said(course.about)} action={<Standing course={course} />} />
      {course.reviewed ? null : <Text c="dimmed">{t('education.notReviewed')}</Text>}
      <Section title={t('education.lessons')}>
        <Text c="dimmed">{t('education.lessonsNote')}</Text>
        {lessons.map(({ lesson, title, acknowledged, opened }) => (
          <Link key={lesson} to="/education/$course/lessons/$lesson" params={{ course: id, lesson }} className="row">
            <span className="row-title">{said(title)}</span>
            <span className={acknowledged === null ? 'state' : 'state state-quiet'}>
              {acknowledged === null
                ? t(opened === null ? 'education.unopened' : 'education.opened')
                : t('education.acknowledged', { day: dayText(acknowledged, language) })}
            </span>
          </Link>
        ))}
      </Section>
      <Section title={t('education.paper')}>
        <Text>
          {t('education.paperNote', {
            questions: course.questions,
            pass: course.passMark,
            attempts: course.attempts,
            hours: course.waitHours,
            months: course.validMonths,
          })}
        </Text>
        <ProblemView error={begin.error} />
        {next.may === 'wait' ? (
          <Text mt="sm">{t('education.waitUntil', { when: momentText(next.until, language) })}</Text>
        ) : null}
        {next.may === 'ask' ? <Text mt="sm">{t('education.askSomebody')}</Text> : null}
        {next.may === 'begin' && unread !== undefined ? <Text mt="sm">{t('education.readFirst')}</Text> : null}
        {next.may === 'continue' || (next.may === 'begin' && unread === undefined) ? (
          <Button
            mt="sm"
            loading={begin.isPending}
            onClick={() =>
              begin.mutate(
                { course: id },
                {
                  onSuccess: ({ attempt }) => void navigate({ to: '/education/paper/$attempt', params: { attempt } }),
                },
              )
            }
          >
            {next.may === 'continue'
              ? t('education.goOn')
              : t(course.validUntil === null ? 'education.begin' : 'education.renew', { left: next.left })}
          </Button>
        ) : null}
      </Section>
      {submitted.length === 0 ? null : (
        <Section title={t('education.results')}>
          {submitted.map(({ attempt, submittedAt, passed }) => (
            <Link key={attempt} to="/education/result/$attempt" params={{ attempt }} className="row">
              <span className="row-title">{momentText(submittedAt, language)}</span>
              <span className={passed ? 'state state-quiet' : 'state'}>
                {t(passed ? 'education.passed' : 'education.failed')}
              </span>
            </Link>
          ))}
        </Section>
      )}
    </>
  );
}
