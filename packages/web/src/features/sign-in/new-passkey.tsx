import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { namedAddress, useNewPasskey } from './passkeys.ts';

export function NewPasskey({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const [label, setLabel] = useState(t('signIn.passkeyHere'));
  const passkey = useNewPasskey(label.trim(), onDone);
  const elsewhere = namedAddress();
  if (elsewhere !== null)
    return (
      <Text c="dimmed">
        {t('signIn.passkeyAddress')} <a href={elsewhere}>{elsewhere}</a>
      </Text>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        passkey.start();
      }}
    >
      <Stack>
        <Text>{t('signIn.passkeyNote')}</Text>
        <TextInput
          label={t('signIn.passkeyLabel')}
          required
          maxLength={60}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        {passkey.notUsed ? <Text role="alert">{t('signIn.passkeyNotUsed')}</Text> : null}
        <ProblemView error={passkey.error} />
        <Button type="submit" loading={passkey.busy}>
          {t('signIn.passkeyMake')}
        </Button>
      </Stack>
    </form>
  );
}
