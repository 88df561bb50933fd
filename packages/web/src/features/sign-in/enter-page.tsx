import { Button, Paper, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { EmptyPage } from '../../ui/empty.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { acceptLinkAsSent } from './as-sent.ts';
import { namedAddress } from './passkeys.ts';
import { WaitsForCheck } from './waits-for-check.tsx';

/** The one-time link. Its secret stands behind the `#`, which no browser sends and no server logs. */
export function EnterPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const token = useLocation().hash.replace(/^#/, '');
  const [password, setPassword] = useState('');
  const [proof, setProof] = useState('');
  const accept = useAct(acceptLinkAsSent);

  const enter = (chosen: { password?: string }): void =>
    accept.mutate(
      { token, ...chosen, ...proofIn(proof) },
      { onSuccess: ({ waits: wait }) => (wait === null ? void navigate({ to: '/', replace: true }) : undefined) },
    );
  const waits = accept.data?.waits ?? null;

  if (token === '') return <EmptyPage title={t('signIn.enterTitle')} note={t('signIn.noToken')} />;
  if (waits !== null) return <WaitsForCheck {...waits} />;
  return (
    <div className="narrow">
      <PageHead title={t('signIn.enterTitle')} note={t('signIn.enterNote')} />
      <Paper withBorder p="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            enter({ password });
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
            <details>
              <summary>{t('signIn.proofOpen')}</summary>
              <TextInput
                mt="xs"
                label={t('signIn.proof')}
                description={t('signIn.proofNote')}
                autoComplete="off"
                maxLength={60}
                value={proof}
                onChange={(event) => setProof(event.currentTarget.value)}
              />
            </details>
            <ProblemView error={accept.error} />
            <Button type="submit" loading={accept.isPending}>
              {t('signIn.enterSubmit')}
            </Button>
            {namedAddress() === null ? (
              <Button variant="subtle" disabled={accept.isPending} onClick={() => enter({})}>
                {t('signIn.passkeyInstead')}
              </Button>
            ) : null}
          </Stack>
        </form>
      </Paper>
    </div>
  );
}

/** Six digits are a one-time code; anything else was written down as a recovery code. */
function proofIn(text: string) {
  const given = text.trim();
  if (given === '') return {};
  return { proof: /^\d{6}$/.test(given) ? { code: given } : { recoveryCode: given } };
}
