import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import type { Kind } from '@sallyport/core/facts';
import { withdrawFact } from '@sallyport/server/contracts/register';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

type Props = { readonly kind: Kind; readonly id: string; readonly version: number; readonly onCancel: () => void };

export function WithdrawFact({ kind, id, version, onCancel }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const withdraw = useAct(withdrawFact);
  const away = (): void => void navigate({ to: '/register/$kind', params: { kind: kind.name } });
  return (
    <Paper withBorder p="md" mt="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          withdraw.mutate({ kind: kind.name, id, version, reason }, { onSuccess: away });
        }}
      >
        <Stack>
          <Text>{t('register.withdrawNote')}</Text>
          <TextInput
            label={t('register.withdrawReason')}
            required
            maxLength={500}
            autoFocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemView error={withdraw.error} />
          <Group>
            <Button type="submit" color="red.9" loading={withdraw.isPending}>
              {t('register.withdrawConfirm')}
            </Button>
            <Button variant="default" onClick={onCancel}>
              {t('app.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
