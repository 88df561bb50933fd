import { Button, Text } from '@mantine/core';
import { remindOfCampaign } from '@sallyport/server/contracts/education';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

/** A letter to each who has not completed it, part by part. */
export function RemindCampaign({ campaign }: { readonly campaign: string }) {
  const { t, language } = useWords();
  const remind = useAct(remindOfCampaign);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ readonly letters: number; readonly withoutAddress: number } | null>(null);
  const remindAll = async (): Promise<void> => {
    let [letters, withoutAddress, after]: [number, number, string | null] = [0, 0, null];
    do {
      const part: { letters: number; withoutAddress: number; next: string | null } = await remind.mutateAsync({
        campaign,
        after,
      });
      letters += part.letters;
      withoutAddress += part.withoutAddress;
      after = part.next;
    } while (after !== null);
    setTold({ letters, withoutAddress });
  };
  return (
    <div>
      <Button
        loading={busy}
        onClick={() => {
          setBusy(true);
          // What went wrong is shown below.
          remindAll()
            .catch(() => undefined)
            .finally(() => setBusy(false));
        }}
      >
        {t('education.remindCampaign')}
      </Button>
      <ProblemView error={remind.error} />
      {told === null ? null : (
        <Text mt="sm" role="status" maw="30em">
          {t('education.remindedCampaign', {
            letters: countText(told.letters, language),
            without: countText(told.withoutAddress, language),
          })}
        </Text>
      )}
    </div>
  );
}
