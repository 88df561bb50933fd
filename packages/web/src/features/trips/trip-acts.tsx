import { Button, Group } from '@mantine/core';
import { draftTrip } from '@sallyport/server/contracts/trips';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { ActForm, type Chosen } from './act-form.tsx';
import { DecideForm } from './decide-form.tsx';
import type { Trip } from './trip-type.ts';

/** What moves a trip on comes first, in this order; what takes it back comes behind. */
const onward = [
  'submit',
  'appeal',
  'clear',
  'give-notice',
  'depart',
  'come-back',
  'close',
  'revive',
  'extend',
] as const;
const backward = ['change', 'withdraw', 'cancel'] as const;

/** What the reader may do now: one thing first, whatever else behind it. */
export function TripActs({ trip }: { readonly trip: Trip }) {
  const { t } = useWords();
  const who = useMe();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const may = (act: Chosen): boolean => trip.may.some((one) => one === act);
  const acts = [...onward, ...backward].filter(may);
  const close = (): void => setChosen(null);
  const first = trip.decides.length > 0 ? null : (acts.find((act) => onward.some((one) => one === act)) ?? null);
  return (
    <>
      {trip.decides.map((role) => (
        <DecideForm key={role} trip={trip} role={role} />
      ))}
      {chosen === null ? (
        <Group>
          {acts.map((act) => (
            <Button key={act} {...(act === first ? {} : { variant: 'default' })} onClick={() => setChosen(act)}>
              {t(`trip.do.${act}`)}
            </Button>
          ))}
          {isAdmitted(draftTrip.admits, who) ? (
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to="/trips/new" search={{ like: trip.trip }} />}
            >
              {t('trip.copy')}
            </Button>
          ) : null}
        </Group>
      ) : (
        <ActForm key={chosen} trip={trip} act={chosen} done={close} />
      )}
    </>
  );
}
