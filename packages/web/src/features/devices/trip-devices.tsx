import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { devicesOfTrip, reserveDevice } from '@sallyport/server/contracts/devices';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import type { Trip } from '../trips/trip-type.ts';
import { DeviceActs } from './device-acts.tsx';
import { DeviceMore } from './device-row.tsx';
import { type Device, lookOf } from './device-type.ts';

type Props = { readonly trip: Trip; readonly nameOf: (person: string) => string };

/** The devices of the pool that a trip lists: for whom they are reserved, and who has them. */
export function TripDevices(props: Props) {
  const admitted = isAdmitted(devicesOfTrip.admits, useMe());
  const lists = props.trip.items.some(({ device }) => (device ?? null) !== null);
  return admitted && lists ? <Listed {...props} /> : null;
}

function Listed({ trip, nameOf }: Props) {
  const { t } = useWords();
  const found = useAsk(devicesOfTrip, { trip: trip.trip });
  if (found.error !== null) return <ProblemView error={found.error} />;
  const { items = [], open = true } = found.data ?? {};
  return (
    <Section title={t('device.onTrip')}>
      {open ? null : <Text size="sm">{t('device.onTripShut')}</Text>}
      {items.map((one) => (
        <div key={one.device} className="row still">
          <span className="row-title">
            {one.number} · {one.model}
          </span>
          <span className={lookOf(one.state)}>{t(`device.state.${one.state}`)}</span>
          <DeviceMore device={one} />
          <div style={{ gridColumn: '1 / -1' }}>
            {one.here ? null : <Text size="sm">{t('device.elsewhere')}</Text>}
            {one.may.includes('reserve') ? <Reserve trip={trip} device={one} nameOf={nameOf} /> : null}
            {one.here ? <DeviceActs device={one} /> : null}
          </div>
        </div>
      ))}
    </Section>
  );
}

/** For whom of those who travel. */
function Reserve({ trip, device, nameOf }: Props & { readonly device: Device }) {
  const { t } = useWords();
  const [traveller, setTraveller] = useState(trip.travellers[0]?.traveller ?? '');
  const reserve = useAct(reserveDevice);
  return (
    <Group mt="sm" align="flex-end">
      <NativeSelect
        label={t('device.borrower')}
        value={traveller}
        onChange={(event) => setTraveller(event.currentTarget.value)}
        data={trip.travellers.map((one) => ({ value: one.traveller, label: nameOf(one.person) }))}
      />
      <Button
        loading={reserve.isPending}
        onClick={() => reserve.mutate({ device: device.device, version: device.version, trip: trip.trip, traveller })}
      >
        {t('device.act.reserve')}
      </Button>
      <ProblemView error={reserve.error} />
    </Group>
  );
}
