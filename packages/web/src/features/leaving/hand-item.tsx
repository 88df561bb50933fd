import { Button, Group, TextInput } from '@mantine/core';
import { vocabulary } from '@sallyport/core/facts';
import { handItem } from '@sallyport/server/contracts/people';
import { lazy, Suspense, useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { type Item, ItemText } from './item-text.tsx';

// The list that suggests is the heaviest part of the console; until it is here the field is a plain one.
const RefField = lazy(async () => ({ default: (await import('../register/ref-field.tsx')).RefField }));

type Props = { readonly leaving: string; readonly item: Item & { readonly position: number } };

/** One thing that is open, handed to somebody by name; left open it stays on the list. */
export function HandItem({ leaving, item }: Props) {
  const { t } = useWords();
  const [receiver, setReceiver] = useState('');
  const hand = useAct(handItem);
  const person = vocabulary.kinds.get('person');
  const label = t('leaving.receiver');
  if (person === undefined) return null;
  return (
    <form
      className="row still"
      onSubmit={(event) => {
        event.preventDefault();
        hand.mutate({ leaving, position: item.position, receiver });
      }}
    >
      <ItemText item={item} />
      <Group className="row-more" align="flex-end">
        <Suspense fallback={<TextInput label={label} value={receiver} readOnly />}>
          <RefField kind={person} label={label} required error={undefined} value={receiver} onChange={setReceiver} />
        </Suspense>
        <Button type="submit" variant="default" loading={hand.isPending}>
          {t('leaving.hand')}
        </Button>
        <ProblemView error={hand.error} />
      </Group>
    </form>
  );
}
