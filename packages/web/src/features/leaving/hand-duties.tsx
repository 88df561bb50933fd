import { Button, Group } from '@mantine/core';
import { handDuties } from '@sallyport/server/contracts/people';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SomebodyField } from '../../ui/somebody-field.tsx';

/** Hundreds of duties of one officer go to the next one in one step. */
export function HandDuties({ leaving }: { readonly leaving: string }) {
  const { t } = useWords();
  const [receiver, setReceiver] = useState<string>();
  const hand = useAct(handDuties);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (receiver !== undefined) hand.mutate({ leaving, receiver });
      }}
    >
      <Group align="flex-end" mb="md">
        <SomebodyField label={t('leaving.dutiesTo')} required value={receiver} onChange={setReceiver} />
        <Button type="submit" variant="default" loading={hand.isPending} disabled={receiver === undefined}>
          {t('leaving.handDuties')}
        </Button>
      </Group>
      <ProblemView error={hand.error} />
    </form>
  );
}
