import { Button, Text, TextInput } from '@mantine/core';
import { undoImport } from '@sallyport/server/contracts/imports';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';

export function UndoImport({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const undo = useAct(undoImport);
  return (
    <Section title={t('imports.undo')}>
      <Text c="dimmed">{t('imports.undoNote')}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          undo.mutate({ import: id, reason });
        }}
      >
        <TextInput
          label={t('imports.reason')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maw="40em"
          my="sm"
        />
        <ProblemView error={undo.error} />
        <Button type="submit" variant="default" loading={undo.isPending}>
          {t('imports.undo')}
        </Button>
      </form>
    </Section>
  );
}
