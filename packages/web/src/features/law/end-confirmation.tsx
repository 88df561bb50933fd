import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { endConfirmation } from '@sallyport/server/contracts/law';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { CorrectionImpact } from './correction-impact.tsx';

type Props = {
  readonly clause: string;
  /** Whether the clause has any: otherwise nothing is computed anew. */
  readonly figures: boolean;
  readonly onEnd: () => void;
};

/** Asks for a confirmation to be withdrawn; until a second person agrees it stands. */
export function EndConfirmation({ clause, figures, onEnd }: Props) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const end = useAct(endConfirmation);
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          end.mutate({ clause, reason }, { onSuccess: onEnd });
        }}
      >
        <Stack>
          <Text>{t('law.endConfirmationNote')}</Text>
          {figures ? <CorrectionImpact clause={clause} figures={null} /> : null}
          <Textarea
            label={t('law.endConfirmationReason')}
            required
            autoFocus
            autosize
            minRows={2}
            minLength={4}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemView error={end.error} />
          <Group>
            <Button type="submit" loading={end.isPending}>
              {t('law.confirmSend')}
            </Button>
            <Button variant="default" onClick={onEnd}>
              {t('app.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
