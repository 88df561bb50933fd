import { Button, PasswordInput, Stack } from '@mantine/core';
import { changePassword } from '@sallyport/server/contracts/identity';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

export function PasswordForm({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useWords();
  const [password, setPassword] = useState('');
  const change = useAct(changePassword);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ password }, { onSuccess: () => onDone?.() });
      }}
    >
      <Stack>
        <PasswordInput
          label={t('signIn.newPassword')}
          description={t('signIn.passwordNote')}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ProblemView error={change.error} />
        <Button type="submit" loading={change.isPending}>
          {t('signIn.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
