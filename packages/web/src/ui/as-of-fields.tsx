import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useWords } from '../app/language-context.tsx';
import { seatDay, seatMinute, seatZone } from '../app/seat.ts';
import type { AsOfChosen } from './as-of-search.ts';

type Props = {
  readonly chosen: AsOfChosen;
  /** What the program takes where no day is chosen. */
  readonly day: string;
  /** An empty text takes a word out of the address. */
  readonly onChange: (next: { readonly day?: string; readonly mode?: string; readonly by?: string }) => void;
};

/** The question of both clocks: of which day, and as known when (DECISIONS 4). */
export function AsOfFields({ chosen, day, onChange }: Props) {
  const { t } = useWords();
  const { mode = 'known', by } = chosen;
  const choose = (way: string): void =>
    onChange(way === 'moment' ? { mode: 'known', by: by ?? seatMinute(new Date()) } : { mode: way, by: '' });
  return (
    <Group align="flex-end" mb="md" gap="md" className="no-print">
      <TextInput
        type="date"
        label={t('asOf.day')}
        max={seatDay()}
        value={chosen.day ?? day}
        onChange={(event) => onChange({ day: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('asOf.mode')}
        value={mode === 'true' ? 'true' : by === undefined ? 'known' : 'moment'}
        onChange={(event) => choose(event.currentTarget.value)}
        data={(['known', 'moment', 'true'] as const).map((value) => ({ value, label: t(`asOf.${value}`) }))}
      />
      {mode === 'true' || by === undefined ? null : (
        <TextInput
          type="datetime-local"
          label={t('asOf.by', { zone: seatZone() })}
          max={seatMinute(new Date())}
          value={by}
          onChange={(event) => onChange({ by: event.currentTarget.value })}
        />
      )}
    </Group>
  );
}
