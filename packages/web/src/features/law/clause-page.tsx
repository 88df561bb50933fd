import { Text } from '@mantine/core';
import { clauseRests, showClause } from '@sallyport/server/contracts/law';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { ClauseFacts } from './clause-facts.tsx';
import { ClauseLink } from './clause-link.tsx';
import { ClauseRules } from './clause-rules.tsx';
import { Conflicts } from './conflicts.tsx';
import { LawDay } from './law-day.tsx';
import { Parallels } from './parallels.tsx';
import { dayOf } from './search.ts';
import { SureMark } from './sure-mark.tsx';
import { useLawSearch } from './use-law-search.ts';

// Its form weighs more than the page around it, and most people only read.
const Confirmation = lazy(async () => ({ default: (await import('./confirmation.tsx')).Confirmation }));

/** One clause: what it says, where that is from, what reads it, and what stands beside it in other instruments. */
export function ClausePage() {
  const { t, said } = useWords();
  const who = useMe();
  const { edition = '', clause = '' } = useParams({ strict: false });
  const [search] = useLawSearch();
  const { data, error, refetch } = useAsk(showClause, { clause: `${edition}/${clause}`, ...dayOf(search) });
  if (error !== null) return <ProblemView whole error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <>
      <p className="back">
        <Link to="/law" search={dayOf(search)}>
          {t('law.title')}
        </Link>{' '}
        ›{' '}
        <Link to="/law/$edition" params={{ edition: data.edition }} search={dayOf(search)}>
          {said(data.instrument)}
        </Link>
      </p>
      <PageHead title={said(data.heading)} note={said(data.name)} action={<SureMark sureness={data.sureness} />} />
      <LawDay asOf={data.asOf} />
      <Text className="gist">{said(data.gist)}</Text>
      {data.ladder.length === 0 ? null : (
        <Section title={t('law.ladder')}>
          <ol>
            {data.ladder.map((step) => (
              <li key={step.en}>{said(step)}</li>
            ))}
          </ol>
        </Section>
      )}
      {data.beside.length === 0 ? null : (
        <Section title={t('law.besideTitle')}>
          <ul>
            {data.beside.map((other) => (
              <li key={other.clause}>
                <ClauseLink {...other} /> {said(other.heading)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ClauseFacts shown={data} />
      <ClauseRules shown={data} listed={data.asOf !== null || !isAdmitted(clauseRests.admits, who)} />
      {isAdmitted(clauseRests.admits, who) ? (
        <Suspense fallback={<Loading />}>
          <Confirmation key={data.clause} shown={data} />
        </Suspense>
      ) : null}
      <Parallels shown={data} />
      {data.conflicts.length === 0 ? null : (
        <Section title={t('law.conflicts')}>
          <Conflicts conflicts={data.conflicts} />
        </Section>
      )}
      <nav className="neighbours" aria-label={t('law.provisions')}>
        {data.previous === null ? (
          <span />
        ) : (
          <span>
            {t('law.previous')}
            <ClauseLink {...data.previous} />
          </span>
        )}
        {data.next === null ? null : (
          <span>
            {t('law.next')}
            <ClauseLink {...data.next} />
          </span>
        )}
      </nav>
    </>
  );
}
