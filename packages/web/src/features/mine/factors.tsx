import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { makeRecoveryCodes, removeTotp } from '@sallyport/server/contracts/identity';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useMe } from '../../app/session.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { FactorSetup } from '../sign-in/factor-setup.tsx';
import { PasswordForm } from '../sign-in/password-form.tsx';
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx';

type Doing = 'nothing' | 'password' | 'password-changed' | 'totp';

export function Factors() {
  const { t } = useWords();
  const { hasTotp, recoveryCodesLeft } = useMe();
  const [doing, setDoing] = useState<Doing>('nothing');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const make = useAct(makeRecoveryCodes);
  const remove = useAct(removeTotp);
  return (
    <Stack>
      <Text>
        {t('mine.totp')} · {t(hasTotp ? 'mine.totpOn' : 'mine.totpOff')} ·{' '}
        {t('mine.codesLeft', { count: recoveryCodesLeft })}
      </Text>
      <Group>
        <Button variant="default" onClick={() => setDoing('password')}>
          {t('mine.password')}
        </Button>
        {hasTotp ? (
          <>
            <Button
              variant="default"
              loading={make.isPending}
              onClick={() => make.mutate({}, { onSuccess: (made) => setCodes(made.codes) })}
            >
              {t('mine.codesNew')}
            </Button>
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({})}>
              {t('mine.totpRemove')}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setDoing('totp')}>
            {t('signIn.factorTitle')}
          </Button>
        )}
      </Group>
      <ProblemView error={make.error ?? remove.error} />
      {doing === 'password-changed' ? <Text role="status">{t('mine.passwordChanged')}</Text> : null}
      {doing === 'password' ? (
        <Paper withBorder p="md" maw={440}>
          <PasswordForm onDone={() => setDoing('password-changed')} />
        </Paper>
      ) : null}
      {doing === 'totp' ? (
        <Paper withBorder p="md" maw={440}>
          <FactorSetup onDone={() => setDoing('nothing')} />
        </Paper>
      ) : null}
      {codes === null ? null : (
        <Paper withBorder p="md">
          <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
        </Paper>
      )}
    </Stack>
  );
}
