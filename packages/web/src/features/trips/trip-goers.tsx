import { Button, Group } from '@mantine/core';
import { addTraveller, dropTraveller } from '@sallyport/server/contracts/trips';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { SomebodyField } from '../../ui/somebody-field.tsx';
import type { Trip } from './trip-type.ts';

type Props = { readonly trip: Trip; readonly nameOf: (person: string) => string };

/** Who travels, and who leads a group; changed as long as nobody has left. */
export function TripGoers({ trip, nameOf }: Props) {
  const { t } = useWords();
  const who = useMe();
  const [person, setPerson] = useState<string>();
  const [add, drop] = [useAct(addTraveller), useAct(dropTraveller)];
  const named = { trip: trip.trip, version: trip.version };
  const may = (act: Trip['may'][number]): boolean => trip.may.includes(act);
  const forOthers = isAdmitted({ 'security-officer': 'grant', 'unit-liaison': 'grant' }, who);
  return (
    <Section title={t('trip.goers')}>
      {trip.travellers.map(({ traveller, person: goer, leader }) => (
        <div key={traveller} className="row still">
          <span className="row-title">{nameOf(goer)}</span>
          <span>{leader ? t('trip.leader') : null}</span>
          {may('drop-traveller') ? (
            <div style={{ gridColumn: '1 / -1' }}>
              <Button
                variant="default"
                size="compact-sm"
                loading={drop.isPending}
                onClick={() => drop.mutate({ ...named, traveller })}
              >
                {t('trip.takeOut', { name: nameOf(goer) })}
              </Button>
            </div>
          ) : null}
        </div>
      ))}
      <ProblemView error={add.error ?? drop.error} />
      {forOthers && may('add-traveller') ? (
        <Group align="flex-end" mt="sm">
          <SomebodyField label={t('trip.addOne')} value={person} onChange={setPerson} />
          <Button
            variant="default"
            disabled={person === undefined}
            loading={add.isPending}
            onClick={() => {
              if (person === undefined) return;
              add.mutate({ ...named, person, leader: false }, { onSuccess: () => setPerson(undefined) });
            }}
          >
            {t('trip.addGoer')}
          </Button>
        </Group>
      ) : null}
    </Section>
  );
}
