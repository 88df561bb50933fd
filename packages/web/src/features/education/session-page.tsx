import { Button, Group, Text } from '@mantine/core';
import {
  cancelSession,
  holdSession,
  listSessionPeople,
  planSession,
  showSession,
} from '@sallyport/server/contracts/education';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { z } from 'zod';
import { useAct, useAsk } from '../../app/ask.ts';
import { dayText, headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { SessionPeople } from './session-people.tsx';

const PrintForms = lazy(async () => ({ default: (await import('../forms/print-forms.tsx')).PrintForms }));

type Session = z.output<typeof showSession.output>;

/** One session: the list to sign, that it was held, and who was there. */
export function SessionPage() {
  const { session: id = '' } = useParams({ strict: false });
  const { t, said, language } = useWords();
  const who = useMe();
  const found = useAsk(showSession, { session: id });
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const { title, state, heldOn, place, trainer, topicName, validMonths } = found.data;
  return (
    <>
      <p className="back">
        <Link to="/education/sessions">{t('education.backToSessions')}</Link>
      </p>
      <PageHead
        title={title}
        note={[
          t(`education.sessionState.${state}`),
          dayText(heldOn, language),
          place,
          ...(trainer === null ? [] : [trainer]),
          headed(said(topicName)),
          ...(validMonths === null ? [] : [t('education.sessionValid', { months: validMonths })]),
        ].join(' · ')}
      />
      {isAdmitted(planSession.admits, who) && state === 'planned' ? <Acts session={found.data} /> : null}
      {state !== 'cancelled' && isAdmitted(listSessionPeople.admits, who) ? (
        <>
          <Section title={t('education.sessionPeople')}>
            <SessionPeople session={found.data} />
          </Section>
          {state === 'held' ? (
            <Suspense fallback={<Loading />}>
              <PrintForms kind="course" id={id} />
            </Suspense>
          ) : null}
        </>
      ) : null}
    </>
  );
}

function Acts({ session: { session, heldOn, day } }: { readonly session: Session }) {
  const { t } = useWords();
  const hold = useAct(holdSession);
  const cancel = useAct(cancelSession);
  return (
    <>
      <ProblemView error={hold.error ?? cancel.error} />
      {heldOn > day ? <Text mb="sm">{t('education.sessionToCome')}</Text> : null}
      <Group>
        {heldOn > day ? null : (
          <Button loading={hold.isPending} onClick={() => hold.mutate({ session })}>
            {t('education.holdSession')}
          </Button>
        )}
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ session })}>
          {t('education.cancelSession')}
        </Button>
      </Group>
    </>
  );
}
