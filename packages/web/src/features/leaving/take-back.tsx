import { Button, Text, TextInput } from '@mantine/core';
import { takeLeavingBack } from '@sallyport/server/contracts/people';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';

export function TakeBack({ leaving }: { readonly leaving: string }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const back = useAct(takeLeavingBack);
  return (
    <Section title={t('leaving.takeBack')}>
      <Text c="dimmed">{t('leaving.takeBackNote')}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          back.mutate({ leaving, reason });
        }}
      >
        <TextInput
          label={t('leaving.takeBackReason')}
          required
          minLength={4}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemView error={back.error} />
        <Button mt="md" type="submit" variant="default" loading={back.isPending}>
          {t('leaving.takeBackConfirm')}
        </Button>
      </form>
    </Section>
  );
}
