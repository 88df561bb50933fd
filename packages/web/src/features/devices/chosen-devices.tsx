import { Button, Group, Text } from '@mantine/core';
import { inspectDevice, returnDevice } from '@sallyport/server/contracts/devices';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import type { Device } from './device-type.ts';

type Outcome = { readonly done: number; readonly left: readonly { readonly number: string; readonly why: string }[] };

/** What is done with several at once: a group comes home with a bag of them. What is not as it should be is done one by one. */
export function ChosenDevices({
  devices,
  onClear,
}: {
  readonly devices: readonly Device[];
  readonly onClear: () => void;
}) {
  const { t, language } = useWords();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [back, inspect] = [useAct(returnDevice), useAct(inspectDevice)];
  const all = async (act: (device: Device) => Promise<unknown>): Promise<void> => {
    setBusy(true);
    const left: Outcome['left'][number][] = [];
    for (const device of devices)
      await act(device).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        left.push({ number: device.number, why });
      });
    setOutcome({ done: devices.length - left.length, left });
    setBusy(false);
    onClear();
  };
  const may = (act: Device['may'][number]): boolean => devices.some((one) => one.may.includes(act));
  const named = ({ device, version }: Device) => ({ device, version });
  return (
    <>
      {outcome === null ? null : (
        <div role="status">
          <Text mt="md">{t('device.bulkDone', { done: countText(outcome.done, language) })}</Text>
          {outcome.left.map(({ number, why }) => (
            <Text key={number}>{t('device.bulkLeft', { number, why })}</Text>
          ))}
        </div>
      )}
      {devices.length === 0 ? null : (
        <div className="bulk-bar" role="region" aria-label={t('device.chosenBar')}>
          <Text fw={600} aria-live="polite">
            {t('device.chosen', { count: countText(devices.length, language) })}
          </Text>
          <Group gap="xs" ms="auto">
            <Button
              disabled={!may('return')}
              loading={busy}
              onClick={() => void all((one) => back.mutateAsync({ ...named(one), sealFound: 'intact', said: null }))}
            >
              {t('device.returnAll')}
            </Button>
            <Button
              variant="default"
              disabled={!may('inspect')}
              loading={busy}
              onClick={() => void all((one) => inspect.mutateAsync({ ...named(one), finding: 'clean', said: null }))}
            >
              {t('device.inspectAll')}
            </Button>
            <Button variant="subtle" onClick={onClear}>
              {t('device.chooseNone')}
            </Button>
          </Group>
        </div>
      )}
    </>
  );
}
