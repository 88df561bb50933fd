import { Button, Group, Stack, Text } from '@mantine/core';
import { changeTrip } from '@sallyport/server/contracts/trips';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { PlanForm } from './plan-form.tsx';
import { emptyLeg, type Plan } from './plan-given.ts';
import type { Trip } from './trip-type.ts';

/** Another plan: it goes back to the steps that look at what changed, and to no other. */
export function ChangePlan({ trip, done }: { readonly trip: Trip; readonly done: () => void }) {
  const { t } = useWords();
  const { purpose, departsOn, returnsOn, legs, items, communications } = trip;
  const [plan, setPlan] = useState<Plan>({
    purpose: purpose ?? '',
    departsOn,
    returnsOn,
    legs: legs.length === 0 ? [emptyLeg] : legs,
    items,
    communications,
  });
  const change = useAct(changeTrip);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ trip: trip.trip, version: trip.version, plan, said: null }, { onSuccess: done });
      }}
    >
      <Stack>
        <Text>{t('trip.about.change')}</Text>
        <PlanForm plan={plan} onChange={setPlan} />
        <ProblemView error={change.error} />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t('trip.saveChange')}
          </Button>
          <Button variant="default" onClick={done}>
            {t('trip.leave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
