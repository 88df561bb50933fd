import { Text } from '@mantine/core';
import { showResult } from '@sallyport/server/contracts/education';
import { Link, useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { ClauseLink } from '../law/clause-link.tsx';
import './lesson.css';

type Result = z.output<typeof showResult.output>;

/** What came of an attempt: every option with its reason, so that whoever was wrong learns why. */
export function ResultPage() {
  const { attempt = '' } = useParams({ strict: false });
  const { t, said } = useWords();
  const found = useAsk(showResult, { attempt });
  if (found.error !== null) return <ProblemView whole error={found.error} />;
  if (found.data === undefined) return <Loading />;
  const { course, title, passed, right, of, percent, passMark, explained } = found.data;
  return (
    <>
      <p className="back">
        <Link to="/education/$course" params={{ course }}>
          {said(title)}
        </Link>
      </p>
      <PageHead
        title={t(passed ? 'education.passed' : 'education.failed')}
        {...(right === null || percent === null
          ? {}
          : { note: t('education.score', { right, of, percent, pass: passMark }) })}
      />
      <Text>{passed ? <Link to="/education">{t('education.seeCertificate')}</Link> : t('education.failedNote')}</Text>
      <Section title={t('education.explained')}>
        {explained === null ? <Text>{t('education.notKept')}</Text> : null}
        {explained?.map((question) => (
          <Explained key={question.number} question={question} />
        ))}
      </Section>
    </>
  );
}

export function Explained({ question }: { readonly question: NonNullable<Result['explained']>[number] }) {
  const { t, said } = useWords();
  const { number, ask, scenario, right, options, clauses } = question;
  return (
    <section className="question" aria-label={`${number}. ${said(ask)}`}>
      <p>
        <strong>
          {number}. {said(ask)}
        </strong>{' '}
        <span className={right ? 'state state-quiet' : 'state'}>
          {t(right ? 'education.right' : 'education.wrong')}
        </span>
      </p>
      {scenario === null ? null : <p>{said(scenario)}</p>}
      <ul>
        {options.map((option) => (
          <li key={option.letter}>
            {option.letter}. {said(option.text)}
            {option.right ? t('education.isRight') : ''}
            {option.chosen ? t('education.isYours') : ''}
            <br />
            <Text component="span" c="dimmed">
              {said(option.why)}
            </Text>
          </li>
        ))}
      </ul>
      {clauses.length === 0 ? null : (
        <Text c="dimmed">
          {t('education.basis')}
          {clauses.map((clause, at) => (
            <span key={clause.id}>
              {at === 0 ? '' : t('app.listed')}
              <ClauseLink clause={clause.id} name={clause.name} />
            </span>
          ))}
        </Text>
      )}
    </section>
  );
}
