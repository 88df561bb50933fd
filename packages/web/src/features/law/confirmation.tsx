import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { clauseRests, confirmClause } from '@sallyport/server/contracts/law';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import type { ShownClause } from './clause-facts.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { EndConfirmation } from './end-confirmation.tsx';
import { Rests } from './rests.tsx';

/** For those who answer for the programme: what rests on the clause, and its confirmation by two who hold the official text. */
export function Confirmation({ shown }: { readonly shown: ShownClause }) {
  const { t, language } = useWords();
  const who = useMe();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useAsk(clauseRests, { clause: shown.clause }, { staleTime: 0 });
  const { confirmed } = shown;
  const asks = isAdmitted(confirmClause.admits, who) && data?.waiting.length === 0;
  const here = confirmed !== null && confirmed.textOn !== null;
  return (
    <>
      <Section title={t('law.rests')}>
        <ProblemView error={error} again={() => void refetch()} />
        {data === undefined ? error === null ? <Loading /> : null : <Rests rests={data} />}
      </Section>
      <Section title={t('law.confirm')}>
        <Stack gap="sm" align="stretch">
          {confirmed === null ? <Text>{t('law.notConfirmed')}</Text> : <Text>{t('law.isConfirmed')}</Text>}
          {data?.waiting.map(({ act, kind, endsAt }) => (
            <Alert key={act} color="blue" variant="outline" styles={{ message: { color: 'inherit' } }}>
              {t(`law.waits.${kind}`, { when: momentText(endsAt, language) })}{' '}
              <Link to="/acts">{t('putOff.toActs')}</Link>
            </Alert>
          ))}
          {!asks || (confirmed !== null && !here) ? null : open ? (
            here ? (
              <EndConfirmation clause={shown.clause} figures={data.figures.length > 0} onEnd={() => setOpen(false)} />
            ) : (
              <ConfirmForm shown={shown} rests={data} onEnd={() => setOpen(false)} />
            )
          ) : (
            <Group>
              <Button variant="default" onClick={() => setOpen(true)}>
                {t(here ? 'law.endConfirmationOpen' : 'law.confirmOpen')}
              </Button>
            </Group>
          )}
        </Stack>
      </Section>
    </>
  );
}
