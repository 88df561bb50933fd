import { Paper } from '@mantine/core';
import type { Kind } from '@sallyport/core/facts';
import { withdrawFact } from '@sallyport/server/contracts/register';
import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';

type Props = { readonly kind: Kind; readonly id: string; readonly version: number; readonly onCancel: () => void };

export function WithdrawFact({ kind, id, version, onCancel }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const withdraw = useAct(withdrawFact);
  const away = (): void => void navigate({ to: '/register/$kind', params: { kind: kind.name } });
  return (
    <Paper withBorder p="md" mt="lg">
      <ReasonForm
        note={t('register.withdrawNote')}
        label={t('register.withdrawReason')}
        confirm={t('register.withdrawConfirm')}
        grave
        pending={withdraw.isPending}
        error={withdraw.error}
        onReason={(reason) => withdraw.mutate({ kind: kind.name, id, version, reason }, { onSuccess: away })}
        onCancel={onCancel}
      />
    </Paper>
  );
}
