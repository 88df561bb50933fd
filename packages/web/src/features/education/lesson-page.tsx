import { Button } from '@mantine/core';
import { acknowledgeLesson, myCourses, openLesson, showLesson } from '@sallyport/server/contracts/education';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import './lesson.css';
import { Blocks } from './lesson-text.tsx';

/** A lesson, which is opened and acknowledged; how long it was read is nobody's matter (PEOPLE.md). */
export function LessonPage() {
  const { course = '', lesson = '' } = useParams({ strict: false });
  const { t, said, language } = useWords();
  const navigate = useNavigate();
  const found = useAsk(showLesson, { course, lesson });
  const mine = useAsk(myCourses, {});
  const open = useAct(openLesson);
  const acknowledge = useAct(acknowledgeLesson);
  const { mutate } = open;
  useEffect(() => mutate({ course, lesson }), [course, lesson, mutate]);
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const own = mine.data?.courses.find((one) => one.course === course);
  const at = own?.lessons.findIndex((one) => one.lesson === lesson) ?? -1;
  const following = own?.lessons[at + 1];
  const acknowledged = own?.lessons[at]?.acknowledged ?? null;
  const goOn = (): void =>
    void (following === undefined
      ? navigate({ to: '/education/$course', params: { course } })
      : navigate({ to: '/education/$course/lessons/$lesson', params: { course, lesson: following.lesson } }));
  const { title, blocks } = found.data[language];
  return (
    <>
      <p className="back">
        <Link to="/education/$course" params={{ course }}>
          {own === undefined ? t('education.back') : said(own.title)}
        </Link>
      </p>
      <PageHead key={lesson} title={title} />
      <article className="lesson">
        <Blocks blocks={blocks} />
      </article>
      <ProblemView error={open.error ?? acknowledge.error} />
      {acknowledged === null ? (
        <Button
          mt="md"
          loading={acknowledge.isPending}
          disabled={!open.isSuccess}
          onClick={() => acknowledge.mutate({ course, lesson }, { onSuccess: goOn })}
        >
          {t('education.acknowledge')}
        </Button>
      ) : (
        <>
          <p>{t('education.acknowledged', { day: dayText(acknowledged, language) })}</p>
          <Button variant="default" onClick={goOn}>
            {t(following === undefined ? 'education.toCourse' : 'education.nextLesson')}
          </Button>
        </>
      )}
    </>
  );
}
