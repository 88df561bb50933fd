import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { beginTotp, confirmTotp } from '@sallyport/server/contracts/identity';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { grouped } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { QrCode } from '../../ui/qr-code.tsx';

/** One-time codes in two steps: the key, and a first code as proof that it arrived. */
export function TotpSetup({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const begin = useAct(beginTotp, false);
  const confirm = useAct(confirmTotp, false);
  const { mutate: ask, data: key } = begin;
  const begun = useRef(false);
  useEffect(() => {
    // Once: each time it is asked for, the key is another one.
    if (begun.current) return;
    begun.current = true;
    ask({});
  }, [ask]);

  if (begin.error !== null) return <ProblemView error={begin.error} again={() => ask({})} />;
  if (key === undefined) return <Loading />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ code }, { onSuccess: onDone });
      }}
    >
      <Stack>
        <Text>{t('signIn.factorStep1')}</Text>
        <QrCode text={key.address} label={t('signIn.factorQr')} />
        <details>
          <summary>{t('signIn.factorByHand')}</summary>
          <p className="code">{grouped(key.secret)}</p>
          <Anchor href={key.address}>{t('signIn.factorOpen')}</Anchor>
        </details>
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
        <ProblemView error={confirm.error} />
        <Button type="submit" loading={confirm.isPending}>
          {t('signIn.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
