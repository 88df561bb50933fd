import { Button, Checkbox, Fieldset, FileInput, Group, Stack, Text } from '@mantine/core';
import { readItinerary } from '@sallyport/server/contracts/trips';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import type { Leg } from './plan-given.ts';
import { usePeriod } from './use-period.ts';

/** As the contract has it; a longer file is not sent at all. */
const mostBytes = 256 * 1024;

type Props = { readonly onLegs: (legs: readonly Leg[]) => void };

/** A calendar file is read for places and days; what of them becomes a leg is chosen here, and the file is kept nowhere. */
export function FromCalendar({ onLegs }: Props) {
  const { t } = useWords();
  const period = usePeriod();
  const [tooLong, setTooLong] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const read = useAct(readItinerary, false);
  const { data } = read;

  const choose = async (file: File | null): Promise<void> => {
    read.reset();
    setLeft(new Set());
    setTooLong(file !== null && file.size > mostBytes);
    if (file !== null && file.size <= mostBytes) read.mutate({ text: await file.text() });
  };
  const taken = data?.legs.filter((_, at) => !left.has(at)) ?? [];
  return (
    <Stack gap="xs">
      <FileInput
        label={t('trip.fromCalendar')}
        description={t('trip.fromCalendarNote')}
        placeholder={t('trip.chooseCalendar')}
        accept=".ics,text/calendar"
        clearable
        maw="34em"
        onChange={(file) => void choose(file)}
      />
      {tooLong ? <Text role="alert">{t('trip.calendarTooLong')}</Text> : null}
      <ProblemView error={read.error} />
      {data === undefined ? null : data.legs.length === 0 ? (
        <Text role="status">{t('trip.noneAhead')}</Text>
      ) : (
        <Fieldset legend={t('trip.proposed', { count: data.legs.length })}>
          <Stack gap="xs">
            {data.legs.map((leg, at) => (
              <Checkbox
                key={`${leg.place} ${leg.arrivesOn} ${leg.leavesOn}`}
                label={`${leg.place} · ${period(leg.arrivesOn, leg.leavesOn)}`}
                checked={!left.has(at)}
                onChange={(event) => {
                  const next = new Set(left);
                  if (event.currentTarget.checked) next.delete(at);
                  else next.add(at);
                  setLeft(next);
                }}
              />
            ))}
            {data.left === 0 ? null : <Text>{t('trip.proposalsLeft', { count: data.left })}</Text>}
            <Group>
              <Button
                variant="default"
                disabled={taken.length === 0}
                onClick={() => {
                  onLegs(taken);
                  read.reset();
                }}
              >
                {t('trip.takeLegs', { count: taken.length })}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
      )}
    </Stack>
  );
}
