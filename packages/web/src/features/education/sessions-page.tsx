import { Button } from '@mantine/core';
import { listSessions, planSession } from '@sallyport/server/contracts/education';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { dayText, headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SessionForm } from './session-form.tsx';

/** Education in a classroom, the newest first. */
export function SessionsPage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const navigate = useNavigate();
  const [planning, setPlanning] = useState(false);
  const found = useAsk(listSessions, {});
  const sessions = found.data?.sessions ?? [];
  const plans = isAdmitted(planSession.admits, who);
  return (
    <>
      <p className="back">
        <Link to="/education/coverage">{t('education.backToCoverage')}</Link>
      </p>
      <PageHead
        title={t('education.sessions')}
        note={t('education.sessionsNote')}
        action={
          plans && !planning ? <Button onClick={() => setPlanning(true)}>{t('education.planSession')}</Button> : null
        }
      />
      {planning ? (
        <SessionForm
          onPlanned={(session) => void navigate({ to: '/education/sessions/$session', params: { session } })}
          onCancel={() => setPlanning(false)}
        />
      ) : null}
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {found.data !== undefined && sessions.length === 0 && !planning ? (
        <Empty title={t('education.noSessions')} note={t('education.noSessionsNote')} />
      ) : null}
      <div role="region" aria-label={t('education.sessions')}>
        {sessions.map(({ session, title, state, heldOn, place, topicName }) => (
          <Link key={session} to="/education/sessions/$session" params={{ session }} className="row">
            <span className="row-title">{title}</span>
            <span className={state === 'planned' ? 'state state-open' : 'state state-quiet'}>
              {t(`education.sessionState.${state}`)}
            </span>
            <span className="row-more">
              <span>{dayText(heldOn, language)}</span>
              <span>{place}</span>
              <span>{headed(said(topicName))}</span>
            </span>
          </Link>
        ))}
      </div>
    </>
  );
}
