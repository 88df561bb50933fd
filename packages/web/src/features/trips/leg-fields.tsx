import { Button, Fieldset, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useWords } from '../../app/language-context.tsx';
import { type Leg, orNull } from './plan-given.ts';

const hostKinds = [
  'government',
  'military-related',
  'university',
  'company',
  'media',
  'ngo',
  'individual',
  'other',
] as const;

type Props = {
  readonly number: number;
  readonly leg: Leg;
  readonly onChange: (leg: Leg) => void;
  readonly onRemove: (() => void) | null;
};

export function LegFields({ number, leg, onChange, onRemove }: Props) {
  const { t } = useWords();
  const text = (name: 'host' | 'zone' | 'meetings', label: string, most: number) => (
    <TextInput
      label={label}
      maxLength={most}
      value={leg[name] ?? ''}
      onChange={(event) => onChange({ ...leg, [name]: orNull(event.currentTarget.value) })}
    />
  );
  const day = (name: 'arrivesOn' | 'leavesOn', label: string) => (
    <TextInput
      type="date"
      label={label}
      value={leg[name] ?? ''}
      onChange={(event) => onChange({ ...leg, [name]: orNull(event.currentTarget.value) })}
    />
  );
  return (
    <Fieldset legend={t('trip.leg', { number })}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('trip.place')}
          required
          maxLength={200}
          value={leg.place}
          onChange={(event) => onChange({ ...leg, place: event.currentTarget.value })}
        />
        {text('host', t('trip.hostName'), 200)}
        {day('arrivesOn', t('trip.arrivesOn'))}
        {day('leavesOn', t('trip.leavesOn'))}
        <NativeSelect
          label={t('trip.hostKindOf')}
          value={leg.hostKind ?? ''}
          onChange={(event) =>
            onChange({ ...leg, hostKind: hostKinds.find((one) => one === event.currentTarget.value) ?? null })
          }
          data={[
            { value: '', label: t('trip.noHostKind') },
            ...hostKinds.map((value) => ({ value, label: t(`trip.hostKind.${value}`) })),
          ]}
        />
        {text('zone', t('trip.zoneOf'), 60)}
        {text('meetings', t('trip.meetingsOf'), 2000)}
      </SimpleGrid>
      {onRemove === null ? null : (
        <Button variant="default" mt="sm" onClick={onRemove}>
          {t('trip.removeLeg', { number })}
        </Button>
      )}
    </Fieldset>
  );
}
