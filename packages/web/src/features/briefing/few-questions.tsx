import { Button, Text } from '@mantine/core';
import { answerQuestions, showAnswers, showQuestions } from '@sallyport/server/contracts/briefing';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import '../education/lesson.css';
import { Question } from '../education/question.tsx';
import { Explained } from '../education/result-page.tsx';
import type { Briefing } from './briefing-of.ts';

type Props = { readonly briefing: Briefing; readonly onAnswered: () => void };

/** A few questions with no mark to reach; what was not known is explained at once. Nobody but the traveller sees the answers. */
export function FewQuestions({ briefing, onAnswered }: Props) {
  const { t } = useWords();
  const { traveller, blocks, asks, answeredOn, may } = briefing;
  const begun = blocks.every(({ acknowledged }) => acknowledged !== null);
  if (!asks) return null;
  return (
    <Section title={t('briefing.questions')}>
      <Text c="dimmed">{t('briefing.questionsNote')}</Text>
      {answeredOn === null ? null : <Answered traveller={traveller} />}
      {answeredOn === null && begun && may.includes('sign') ? (
        <Asked traveller={traveller} onAnswered={onAnswered} />
      ) : null}
      {answeredOn === null && !begun ? <Text mt="sm">{t('briefing.readFirst')}</Text> : null}
    </Section>
  );
}

function Asked({ traveller, onAnswered }: Pick<Props, 'onAnswered'> & { readonly traveller: string }) {
  const { t } = useWords();
  const found = useAsk(showQuestions, { traveller }, { refetchOnWindowFocus: false });
  const [answers, setAnswers] = useState<Readonly<Record<string, string[]>>>({});
  // What was answered is not asked again: the briefing alone is looked at anew.
  const answer = useAct(answerQuestions, false);
  if (found.error !== null) return <ProblemView error={found.error} />;
  if (found.data === undefined) return <Loading />;
  const { questions } = found.data.paper;
  return (
    <>
      {questions.map((question) => (
        <Question
          key={question.number}
          question={question}
          chosen={answers[question.number] ?? []}
          onChoose={(letters) => setAnswers({ ...answers, [question.number]: letters })}
        />
      ))}
      <ProblemView error={answer.error} />
      <Button
        mt="sm"
        loading={answer.isPending}
        onClick={() => answer.mutate({ traveller, answers }, { onSuccess: onAnswered })}
      >
        {t('briefing.answer')}
      </Button>
    </>
  );
}

function Answered({ traveller }: { readonly traveller: string }) {
  const { t } = useWords();
  const found = useAsk(showAnswers, { traveller });
  if (found.error !== null) return <ProblemView error={found.error} />;
  if (found.data === undefined) return <Loading />;
  const { right, of, explained } = found.data;
  if (explained === null) return <Text mt="sm">{t('briefing.notKept')}</Text>;
  return (
    <>
      <Text my="sm">{t('briefing.answered', { right, of })}</Text>
      {explained.map((question) => (
        <Explained key={question.number} question={question} />
      ))}
    </>
  );
}
