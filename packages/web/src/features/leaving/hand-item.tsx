import { Button, Group } from '@mantine/core';
import { handItem } from '@sallyport/server/contracts/people';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SomebodyField } from '../../ui/somebody-field.tsx';
import { type Item, ItemText } from './item-text.tsx';

type Props = { readonly leaving: string; readonly item: Item & { readonly position: number } };

/** One thing that is open, handed to somebody by name; left open it stays on the list. */
export function HandItem({ leaving, item }: Props) {
  const { t } = useWords();
  const [receiver, setReceiver] = useState<string>();
  const hand = useAct(handItem);
  return (
    <form
      className="row still"
      onSubmit={(event) => {
        event.preventDefault();
        if (receiver !== undefined) hand.mutate({ leaving, position: item.position, receiver });
      }}
    >
      <ItemText item={item} />
      <Group className="row-more" align="flex-end">
        <SomebodyField label={t('leaving.receiver')} required value={receiver} onChange={setReceiver} />
        <Button type="submit" variant="default" loading={hand.isPending} disabled={receiver === undefined}>
          {t('leaving.hand')}
        </Button>
        <ProblemView error={hand.error} />
      </Group>
    </form>
  );
}
