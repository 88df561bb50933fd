import { Button, Stack, Text } from '@mantine/core';
import { makeRecoveryCodes } from '@sallyport/server/contracts/identity';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { NewPasskey } from './new-passkey.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpSetup } from './totp-setup.tsx';

type Way = 'totp' | 'passkey';

type Props = {
  /** What to begin with; else the person chooses. */
  readonly way?: Way;
  readonly onDone?: () => void;
};

/** A second factor, and after it recovery codes for the day it is lost. */
export function FactorSetup({ way: given, onDone }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const [way, setWay] = useState<Way | null>(given ?? null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const make = useAct(makeRecoveryCodes, false);

  // Asked again only here: until now the page must stay, as the codes are shown once.
  const finish = (): void => {
    void client.invalidateQueries();
    onDone?.();
  };
  const factorSet = (): void => make.mutate({}, { onSuccess: (made) => setCodes(made.codes) });
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={finish} />;
  if (make.error !== null) return <ProblemView error={make.error} again={factorSet} />;
  if (way === 'totp') return <TotpSetup onDone={factorSet} />;
  if (way === 'passkey') return <NewPasskey onDone={factorSet} />;
  return (
    <Stack>
      <Text>{t('signIn.factorChoose')}</Text>
      <Button onClick={() => setWay('totp')}>{t('signIn.factorTotp')}</Button>
      <Button variant="default" onClick={() => setWay('passkey')}>
        {t('signIn.factorPasskey')}
      </Button>
    </Stack>
  );
}
