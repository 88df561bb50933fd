import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useWords } from '../../app/language-context.tsx';
import { FromCalendar } from './from-calendar.tsx';
import { ItemFields } from './item-fields.tsx';
import { LegFields } from './leg-fields.tsx';
import { emptyLeg, type Item, isWritten, orNull, type Plan, periodOf } from './plan-given.ts';

const emptyItem: Item = { kind: 'device', number: null, about: '' };
const replaced = <T,>(all: readonly T[], at: number, one: T): T[] =>
  all.map((each, index) => (index === at ? one : each));
const without = <T,>(all: readonly T[], at: number): T[] => all.filter((_, index) => index !== at);

type Props = { readonly plan: Plan; readonly onChange: (plan: Plan) => void };

/** Where to, when, with whom and carrying what: what is asked of a journey, and nothing of the traveller. */
export function PlanForm({ plan, onChange }: Props) {
  const { t } = useWords();
  const change = (next: Partial<Plan>): void => onChange({ ...plan, ...next });
  return (
    <Stack>
      <Textarea
        label={t('trip.purpose')}
        required
        autosize
        maxLength={2000}
        value={plan.purpose}
        onChange={(event) => change({ purpose: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          type="date"
          label={t('trip.departsOn')}
          value={plan.departsOn ?? ''}
          onChange={(event) => change({ departsOn: orNull(event.currentTarget.value) })}
        />
        <TextInput
          type="date"
          label={t('trip.returnsOn')}
          value={plan.returnsOn ?? ''}
          onChange={(event) => change({ returnsOn: orNull(event.currentTarget.value) })}
        />
      </SimpleGrid>
      <FromCalendar
        onLegs={(legs) => change({ ...periodOf(plan, legs), legs: [...plan.legs.filter(isWritten), ...legs] })}
      />
      {plan.legs.map((leg, at) => (
        <LegFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a leg is its place in the journey.
          key={at}
          number={at + 1}
          leg={leg}
          onChange={(one) => change({ legs: replaced(plan.legs, at, one) })}
          onRemove={plan.legs.length === 1 ? null : () => change({ legs: without(plan.legs, at) })}
        />
      ))}
      <Group>
        <Button variant="default" onClick={() => change({ legs: [...plan.legs, emptyLeg] })}>
          {t('trip.addLeg')}
        </Button>
      </Group>
      {plan.items.map((item, at) => (
        <ItemFields
          // biome-ignore lint/suspicious/noArrayIndexKey: two things carried may read the same.
          key={at}
          number={at + 1}
          item={item}
          onChange={(one) => change({ items: replaced(plan.items, at, one) })}
          onRemove={() => change({ items: without(plan.items, at) })}
        />
      ))}
      <Group>
        <Button variant="default" onClick={() => change({ items: [...plan.items, emptyItem] })}>
          {t('trip.addItem')}
        </Button>
      </Group>
      <TextInput
        label={t('trip.communicationsPlan')}
        maxLength={1000}
        value={plan.communications ?? ''}
        onChange={(event) => change({ communications: orNull(event.currentTarget.value) })}
      />
    </Stack>
  );
}
