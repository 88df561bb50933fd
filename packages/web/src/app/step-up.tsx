import { Modal } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { ProofForm } from '../features/sign-in/proof-form.tsx';
import { useWords } from './language-context.tsx';
import { StepUpContext } from './step-up-context.ts';

/** One dialog for the whole console: an action that wants a fresh proof waits for it here. */
export function StepUpProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const answer = useRef<(proved: boolean) => void>(() => undefined);

  const prove = (): Promise<boolean> =>
    new Promise((resolve) => {
      answer.current = resolve;
      setOpen(true);
    });
  const end = (proved: boolean): void => {
    setOpen(false);
    answer.current(proved);
  };
  return (
    <StepUpContext value={prove}>
      {children}
      <Modal
        opened={open}
        onClose={() => end(false)}
        title={t('signIn.again')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
        centered
      >
        {open ? <ProofForm onProved={() => end(true)} /> : null}
      </Modal>
    </StepUpContext>
  );
}
