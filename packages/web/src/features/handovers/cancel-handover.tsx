import { Button } from '@mantine/core';
import { cancelHandover } from '@sallyport/server/contracts/privacy';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { ReasonForm } from '../../ui/reason-form.tsx';

/** Ends a handover before its day. */
export function CancelHandover({ handover }: { readonly handover: string }) {
  const { t } = useWords();
  const admitted = isAdmitted(cancelHandover.admits, useMe());
  const [open, setOpen] = useState(false);
  const cancel = useAct(cancelHandover);
  if (!admitted) return null;
  return (
    <div style={{ gridColumn: '1 / -1' }}>
      {open ? (
        <ReasonForm
          note={t('handovers.cancelNote')}
          label={t('handovers.cancelReason')}
          confirm={t('handovers.cancelConfirm')}
          grave
          pending={cancel.isPending}
          error={cancel.error}
          onReason={(reason) => cancel.mutate({ handover, reason })}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
          {t('handovers.cancel')}
        </Button>
      )}
    </div>
  );
}
