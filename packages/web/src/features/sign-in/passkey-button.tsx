import { Button, Text } from '@mantine/core';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { type ByPasskey, namedAddress, usePasskey } from './passkeys.ts';

type Props = {
  readonly action: ByPasskey;
  readonly onDone?: () => void;
};

export function PasskeyButton({ action, onDone }: Props) {
  const { t } = useWords();
  const passkey = usePasskey(action, onDone ?? (() => undefined));
  const elsewhere = namedAddress();
  if (elsewhere !== null)
    return (
      <Text size="sm" c="dimmed">
        {t('signIn.passkeyAddress')} <a href={elsewhere}>{elsewhere}</a>
      </Text>
    );
  return (
    <>
      <Button variant="default" loading={passkey.busy} onClick={passkey.start}>
        {t('signIn.usePasskey')}
      </Button>
      {passkey.notUsed ? (
        <Text role="alert" size="sm">
          {t('signIn.passkeyNotUsed')}
        </Text>
      ) : null}
      <ProblemView error={passkey.error} />
    </>
  );
}
