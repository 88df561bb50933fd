import { undoImport } from '@sallyport/server/contracts/imports';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { Section } from '../../ui/section.tsx';

export function UndoImport({ id }: { readonly id: string }) {
  const { t } = useWords();
  const undo = useAct(undoImport);
  return (
    <Section title={t('imports.undo')}>
      <ReasonForm
        note={t('imports.undoNote')}
        label={t('imports.reason')}
        confirm={t('imports.undo')}
        pending={undo.isPending}
        error={undo.error}
        onReason={(reason) => undo.mutate({ import: id, reason })}
      />
    </Section>
  );
}
