import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../app/language-context.tsx';

type Props = { readonly codes: readonly string[]; readonly onDone: () => void };

export function RecoveryCodes({ codes, onDone }: Props) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true));
  return (
    <Stack>
      <Title order={2} size="h4">
        {t('signIn.codesTitle')}
      </Title>
      <Text>{t('signIn.codesNote')}</Text>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code} className="code">
            {code}
          </li>
        ))}
      </ul>
      <Group>
        <Button variant="default" onClick={copy}>
          {t(copied ? 'signIn.codesCopied' : 'signIn.codesCopy')}
        </Button>
        <Button onClick={onDone}>{t('signIn.codesDone')}</Button>
      </Group>
    </Stack>
  );
}
