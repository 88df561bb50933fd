import { Button, Text } from '@mantine/core';
import { type AnswersGiven, saveAnswers, showAttempt, submitAttempt } from '@sallyport/server/contracts/education';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import './lesson.css';
import { Question } from './question.tsx';

/** The paper of an attempt: the same whenever it is opened. What is chosen is kept at once, so that a broken line loses nothing. */
export function PaperPage() {
  const { attempt = '' } = useParams({ strict: false });
  const { t, said } = useWords();
  const navigate = useNavigate();
  const found = useAsk(showAttempt, { attempt }, { refetchOnWindowFocus: false });
  const [changed, setChanged] = useState<AnswersGiven | null>(null);
  const [sure, setSure] = useState(false);
  const save = useAct(saveAnswers, false);
  const submit = useAct(submitAttempt);
  if (found.error !== null) return <ProblemView whole error={found.error} />;
  if (found.data === undefined) return <Loading />;
  const { course, title, paper } = found.data;
  const answers = changed ?? found.data.answers;
  const answered = paper.questions.filter(({ number }) => (answers[number]?.length ?? 0) > 0).length;
  const missing = paper.questions.length - answered;
  const choose = (number: number, letters: string[]): void => {
    const next = { ...answers, [number]: letters };
    setChanged(next);
    setSure(false);
    save.mutate({ attempt, answers: next });
  };
  const send = (): void => {
    if (missing > 0 && !sure) return setSure(true);
    submit.mutate(
      { attempt, answers },
      { onSuccess: () => void navigate({ to: '/education/result/$attempt', params: { attempt }, replace: true }) },
    );
  };
  return (
    <>
      <p className="back">
        <Link to="/education/$course" params={{ course }}>
          {said(title)}
        </Link>
      </p>
      <PageHead title={t('education.paperOf', { course: said(title) })} note={t('education.paperHint')} />
      {paper.questions.map((question) => (
        <Question
          key={question.number}
          question={question}
          chosen={answers[question.number] ?? []}
          onChoose={(letters) => choose(question.number, letters)}
        />
      ))}
      <Text role="status" mt="md">
        {t('education.answered', { answered, of: paper.questions.length })}
        {sure ? ` ${t('education.missing', { count: missing })}` : ''}
      </Text>
      <ProblemView error={submit.error ?? save.error} />
      <Button mt="sm" loading={submit.isPending} onClick={send}>
        {t(sure ? 'education.submitAnyway' : 'education.submit')}
      </Button>
    </>
  );
}
