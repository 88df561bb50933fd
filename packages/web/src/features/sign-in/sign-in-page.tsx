import { Button, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';

import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { signInAsSent } from './as-sent.ts';

export function SignInPage() {
  const { t } = useWords();
  const form = useForm({ initialValues: { login: '', password: '' } });
  const enter = useAct(signInAsSent);
  return (
    <div className="narrow">
      <PageHead title={t('signIn.title')} />
      <Paper withBorder p="lg">
        <form onSubmit={form.onSubmit((values) => enter.mutate(values))}>
          <Stack>
            <TextInput
              label={t('signIn.login')}
              autoComplete="username webauthn"
              autoCapitalize="none"
              spellCheck={false}
              required
              autoFocus
              {...form.getInputProps('login')}
            />
            <PasswordInput
              label={t('signIn.password')}
              autoComplete="current-password"
              required
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
              {...form.getInputProps('password')}
            />
            <ProblemView error={enter.error} />
            <Button type="submit" loading={enter.isPending}>
              {t('signIn.submit')}
            </Button>
          </Stack>
        </form>
      </Paper>
      <Text size="sm" c="dimmed" mt="md">
        {t('signIn.forgot')}
      </Text>
    </div>
  );
}
