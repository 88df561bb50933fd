import { takeLeavingBack } from '@sallyport/server/contracts/people';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { Section } from '../../ui/section.tsx';

export function TakeBack({ leaving }: { readonly leaving: string }) {
  const { t } = useWords();
  const back = useAct(takeLeavingBack);
  return (
    <Section title={t('leaving.takeBack')}>
      <ReasonForm
        note={t('leaving.takeBackNote')}
        label={t('leaving.takeBackReason')}
        confirm={t('leaving.takeBackConfirm')}
        shortest={4}
        pending={back.isPending}
        error={back.error}
        onReason={(reason) => back.mutate({ leaving, reason })}
      />
    </Section>
  );
}
