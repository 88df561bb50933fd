import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type DeviceKind, deviceKinds } from '@sallyport/core/devices';
import { addDevice } from '@sallyport/server/contracts/devices';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

/** A device comes into the pool; the form stays open, since they come in boxes. */
export function AddDevice({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useWords();
  const [number, setNumber] = useState('');
  const [kind, setKind] = useState<DeviceKind>('computer');
  const [model, setModel] = useState('');
  const [encrypted, setEncrypted] = useState(true);
  const add = useAct(addDevice);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ number, kind, model, encrypted }, { onSuccess: () => setNumber('') });
      }}
    >
      <Stack my="md" maw="32em">
        <Text size="sm">{t('device.addNote')}</Text>
        <TextInput
          label={t('device.number')}
          description={t('device.numberNote')}
          required
          autoFocus
          maxLength={60}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('device.kind')}
          value={kind}
          onChange={(event) => setKind(deviceKinds.find((one) => one === event.currentTarget.value) ?? 'other')}
          data={deviceKinds.map((value) => ({ value, label: t(`device.kind.${value}`) }))}
        />
        <TextInput
          label={t('device.model')}
          required
          maxLength={100}
          value={model}
          onChange={(event) => setModel(event.currentTarget.value)}
        />
        <Checkbox
          label={t('device.encrypted')}
          checked={encrypted}
          onChange={(event) => setEncrypted(event.currentTarget.checked)}
        />
        <ProblemView error={add.error} />
        <Group>
          <Button type="submit" loading={add.isPending}>
            {t('device.add')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
