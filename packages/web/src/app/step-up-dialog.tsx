import { Modal } from '@mantine/core';
import { ProofForm } from '../features/sign-in/proof-form.tsx';
import { useWords } from './language-context.tsx';

type Props = { readonly open: boolean; readonly onEnd: (proved: boolean) => void };

export function StepUpDialog({ open, onEnd }: Props) {
  const { t } = useWords();
  return (
    <Modal
      opened={open}
      onClose={() => onEnd(false)}
      title={t('signIn.again')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
    >
      {open ? <ProofForm onProved={() => onEnd(true)} /> : null}
    </Modal>
  );
}
