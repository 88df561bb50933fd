import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { me } from '@sallyport/server/contracts/identity';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { proveAsSent, proveWithPasskeyAsSent } from './as-sent.ts';
import { PasskeyButton } from './passkey-button.tsx';

type Way = 'code' | 'recoveryCode' | 'password';

/** Proves who is there: by the second factor where there is one, else by the password. */
export function ProofForm({ onProved }: { readonly onProved: () => void }) {
  const { t } = useWords();
  const { data } = useAsk(me, {});
  const [chosen, setChosen] = useState<'code' | 'recoveryCode'>('code');
  const [value, setValue] = useState('');
  const proof = useAct(proveAsSent);
  const hasTotp = data?.hasTotp !== false;
  const hasPasskey = data !== undefined && data.passkeys.length > 0;
  const way: Way = hasTotp ? chosen : hasPasskey ? 'recoveryCode' : 'password';

  const given = value.trim();
  const input = way === 'code' ? { code: given } : way === 'password' ? { password: value } : { recoveryCode: given };
  const field = {
    value,
    required: true,
    'data-autofocus': true,
    autoFocus: true,
    onChange: (event: { currentTarget: { value: string } }) => setValue(event.currentTarget.value),
  };
  const change = (): void => {
    setValue('');
    setChosen(way === 'code' ? 'recoveryCode' : 'code');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        proof.mutate(input, { onSuccess: onProved });
      }}
    >
      <Stack>
        {way === 'password' ? (
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
            {...field}
          />
        ) : way === 'code' ? (
          <TextInput
            label={t('signIn.code')}
            description={t('signIn.codeNote')}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9]{6}"
            maxLength={6}
            {...field}
          />
        ) : (
          <TextInput label={t('signIn.recoveryCode')} autoComplete="off" spellCheck={false} {...field} />
        )}
        <ProblemView error={proof.error} />
        <Button type="submit" loading={proof.isPending}>
          {t('signIn.confirm')}
        </Button>
        {hasPasskey ? <PasskeyButton action={proveWithPasskeyAsSent} onDone={onProved} /> : null}
        {way === 'password' || !hasTotp ? null : (
          <Button variant="subtle" onClick={change}>
            {t(way === 'code' ? 'signIn.useRecovery' : 'signIn.useCode')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
