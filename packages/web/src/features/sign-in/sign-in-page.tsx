import { Button, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { passkeySignInAsSent, signInAsSent } from './as-sent.ts';
import { OidcButton } from './oidc-button.tsx';
import { PasskeyButton } from './passkey-button.tsx';

type Props = {
  /** Whether a provider of identities is set up. */
  readonly oidc: boolean;
};

export function SignInPage({ oidc }: Props) {
  const { t } = useWords();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const enter = useAct(signInAsSent);
  return (
    <div className="narrow">
      <PageHead title={t('signIn.title')} />
      <Paper withBorder p="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            enter.mutate({ login, password });
          }}
        >
          <Stack>
            <TextInput
              label={t('signIn.login')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              autoFocus
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('signIn.password')}
              autoComplete="current-password"
              required
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <ProblemView error={enter.error} />
            <Button type="submit" loading={enter.isPending}>
              {t('signIn.submit')}
            </Button>
          </Stack>
        </form>
        <p className="or">{t('signIn.or')}</p>
        <Stack gap="sm">
          <PasskeyButton action={passkeySignInAsSent} />
          {oidc ? <OidcButton purpose="sign-in" /> : null}
        </Stack>
      </Paper>
      <Text size="sm" c="dimmed" mt="md">
        {t('signIn.forgot')}
      </Text>
    </div>
  );
}
