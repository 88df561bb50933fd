import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { beginTotp, confirmTotp, makeRecoveryCodes } from '@sallyport/server/contracts/identity';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { grouped } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Key = { readonly address: string; readonly secret: string };

/** One-time codes in three steps: the key, a first code as proof that it arrived, and recovery codes for the day it is lost. */
export function FactorSetup({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [key, setKey] = useState<Key | null>(null);
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = useAct(beginTotp, false);
  const confirm = useAct(confirmTotp, false);
  const make = useAct(makeRecoveryCodes, false);

  // Asked again only here: until now the page must stay, as the codes are shown once.
  const finish = (): void => {
    void client.invalidateQueries();
    onDone?.();
  };
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={finish} />;
  if (key === null)
    return (
      <Stack>
        <ProblemView error={begin.error} />
        <Button loading={begin.isPending} onClick={() => begin.mutate({}, { onSuccess: setKey })}>
          {t('signIn.factorBegin')}
        </Button>
      </Stack>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ code }, { onSuccess: () => make.mutate({}, { onSuccess: (made) => setCodes(made.codes) }) });
      }}
    >
      <Stack>
        <Text>{t('signIn.factorStep1')}</Text>
        <Text className="code">{grouped(key.secret)}</Text>
        <Anchor href={key.address}>{t('signIn.factorOpen')}</Anchor>
        <TextInput
          label={t('signIn.factorStep2')}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{6}"
          maxLength={6}
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ProblemView error={confirm.error ?? make.error} />
        <Button type="submit" loading={confirm.isPending || make.isPending}>
          {t('signIn.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
