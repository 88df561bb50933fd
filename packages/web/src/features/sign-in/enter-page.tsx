import { Button, Paper, PasswordInput, Stack } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { EmptyPage } from '../../ui/empty.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { acceptLinkAsSent } from './as-sent.ts';
import { namedAddress } from './passkeys.ts';

/** The one-time link. Its secret stands behind the `#`, which no browser sends and no server logs. */
export function EnterPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const token = useLocation().hash.replace(/^#/, '');
  const [password, setPassword] = useState('');
  const accept = useAct(acceptLinkAsSent);

  const enter = (input: { token: string; password?: string }): void =>
    accept.mutate(input, { onSuccess: () => void navigate({ to: '/', replace: true }) });

  if (token === '') return <EmptyPage title={t('signIn.enterTitle')} note={t('signIn.noToken')} />;
  return (
    <div className="narrow">
      <PageHead title={t('signIn.enterTitle')} note={t('signIn.enterNote')} />
      <Paper withBorder p="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            enter({ token, password });
          }}
        >
          <Stack>
            <PasswordInput
              label={t('signIn.newPassword')}
              description={t('signIn.passwordNote')}
              autoComplete="new-password"
              required
              autoFocus
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <ProblemView error={accept.error} />
            <Button type="submit" loading={accept.isPending}>
              {t('signIn.enterSubmit')}
            </Button>
            {namedAddress() === null ? (
              <Button variant="subtle" disabled={accept.isPending} onClick={() => enter({ token })}>
                {t('signIn.passkeyInstead')}
              </Button>
            ) : null}
          </Stack>
        </form>
      </Paper>
    </div>
  );
}
