import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { freeDevices } from '@sallyport/server/contracts/devices';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { type Item, orNull } from './plan-given.ts';

const kinds = ['device', 'medium', 'paper', 'specimen', 'other'] as const;

type Props = {
  readonly number: number;
  readonly item: Item;
  readonly onChange: (item: Item) => void;
  readonly onRemove: () => void;
};

/** One thing that is carried: what it is, which device of the pool, and whether it bears secrets. */
export function ItemFields({ number, item, onChange, onRemove }: Props) {
  const { t } = useWords();
  const change = (next: Partial<Item>): void => onChange({ ...item, ...next });
  const bears = item.classified === true || (item.copy ?? null) !== null;
  return (
    <Group align="flex-end">
      <NativeSelect
        label={t('trip.itemKind', { number })}
        value={item.kind}
        onChange={(event) => change({ kind: kinds.find((one) => one === event.currentTarget.value) ?? 'other' })}
        data={kinds.map((value) => ({ value, label: t(`trip.item.${value}`) }))}
      />
      {item.kind === 'device' || item.kind === 'medium' ? <PoolField item={item} change={change} /> : null}
      <TextInput
        label={t('trip.itemAbout')}
        required
        maxLength={200}
        value={item.about}
        onChange={(event) => change({ about: event.currentTarget.value })}
      />
      <TextInput
        label={t('trip.itemNumber')}
        maxLength={100}
        value={item.number ?? ''}
        onChange={(event) => change({ number: orNull(event.currentTarget.value) })}
      />
      <Checkbox
        mb="xs"
        label={t('device.classified')}
        checked={bears}
        onChange={(event) => change({ classified: event.currentTarget.checked, copy: null })}
      />
      {bears ? (
        <TextInput
          label={t('device.copy')}
          description={t('device.copyNote')}
          maxLength={200}
          value={item.copy ?? ''}
          onChange={(event) => change({ classified: true, copy: orNull(event.currentTarget.value) })}
        />
      ) : null}
      <Button variant="default" onClick={onRemove}>
        {t('trip.removeItem', { number })}
      </Button>
    </Group>
  );
}

/** Which of the devices that can be lent; the one that is listed already stays to be chosen. */
function PoolField({ item, change }: { readonly item: Item; readonly change: (next: Partial<Item>) => void }) {
  const { t } = useWords();
  const admitted = isAdmitted(freeDevices.admits, useMe());
  const free = useAsk(freeDevices, {}, { enabled: admitted, staleTime: 60_000 });
  const items = free.data?.items ?? [];
  const listed = item.device ?? null;
  if (items.length === 0 && listed === null) return null;
  const there = listed === null || items.some(({ device }) => device === listed);
  return (
    <NativeSelect
      label={t('device.item')}
      value={listed ?? ''}
      onChange={(event) => {
        const device = orNull(event.currentTarget.value);
        const one = items.find((each) => each.device === device);
        change({ device, ...(one === undefined ? {} : { number: one.number, about: one.model }) });
      }}
      data={[
        { value: '', label: t('device.itemNone') },
        ...(there ? [] : [{ value: listed, label: item.number ?? listed }]),
        ...items.map(({ device, number, model }) => ({ value: device, label: `${number} · ${model}` })),
      ]}
    />
  );
}
