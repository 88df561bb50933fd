import { Alert, Button, Text } from '@mantine/core';
import { stopRecovery } from '@sallyport/server/contracts/identity';
import { useAct } from '../../app/ask.ts';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

/** On every page of whoever is signed in: what others are doing to their account, and how to stop it. */
export function RecoveryNotice({ since }: { readonly since: string }) {
  const { t, language } = useWords();
  const stop = useAct(stopRecovery);
  return (
    <Alert
      color="red"
      variant="outline"
      mb="md"
      styles={{ message: { color: 'inherit' } }}
      title={t('signIn.recovered')}
    >
      <Text>{t('signIn.recoveredNote', { when: momentText(since, language) })}</Text>
      <ProblemView error={stop.error} />
      <Button mt="sm" loading={stop.isPending} onClick={() => stop.mutate({})}>
        {t('signIn.recoveredStop')}
      </Button>
    </Alert>
  );
}
