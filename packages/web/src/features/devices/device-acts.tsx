import { Button, Group } from '@mantine/core';
import {
  acknowledgeDevice,
  loseDevice,
  releaseDevice,
  restoreDevice,
  withdrawDevice,
} from '@sallyport/server/contracts/devices';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { InspectForm, IssueForm, ReturnForm } from './act-form.tsx';
import type { Act, Device } from './device-type.ts';

/** What one comes for; a loss and the rest stand beside it. */
const usual: ReadonlySet<Act> = new Set(['issue', 'acknowledge', 'return', 'inspect']);

const forms = { issue: IssueForm, return: ReturnForm, inspect: InspectForm };
const reasoned = { lose: loseDevice, restore: restoreDevice, withdraw: withdrawDevice };

/** What the reader may do with a device now. It is reserved where a trip lists it, and nowhere else. */
export function DeviceActs({ device }: { readonly device: Device }) {
  const { t } = useWords();
  const [doing, setDoing] = useState<Act | null>(null);
  const [release, acknowledge] = [useAct(releaseDevice), useAct(acknowledgeDevice)];
  const named = { device: device.device, version: device.version };
  const stop = (): void => setDoing(null);
  const at = device.may.filter((act) => act !== 'reserve');
  if (doing === 'issue' || doing === 'return' || doing === 'inspect') {
    const Form = forms[doing];
    return <Form device={device} onDone={stop} />;
  }
  if (doing === 'lose' || doing === 'restore' || doing === 'withdraw')
    return <Reasoned act={doing} device={device} onDone={stop} />;
  if (at.length === 0) return null;
  const begin = (act: Act): void => {
    if (act === 'release') release.mutate(named);
    else if (act === 'acknowledge') acknowledge.mutate(named);
    else setDoing(act);
  };
  return (
    <>
      <ProblemView error={release.error ?? acknowledge.error} />
      <Group mt="sm" gap="xs">
        {at.map((act) => (
          <Button
            key={act}
            variant={usual.has(act) ? 'filled' : 'default'}
            size="compact-md"
            loading={release.isPending || acknowledge.isPending}
            onClick={() => begin(act)}
          >
            {t(`device.act.${act}`)}
          </Button>
        ))}
      </Group>
    </>
  );
}

type ReasonedProps = {
  readonly act: 'lose' | 'restore' | 'withdraw';
  readonly device: Device;
  readonly onDone: () => void;
};

function Reasoned({ act, device, onDone }: ReasonedProps) {
  const { t } = useWords();
  const go = useAct(reasoned[act]);
  return (
    <ReasonForm
      note={t(`device.${act}Note`)}
      label={t('device.why')}
      confirm={t(`device.act.${act}`)}
      shortest={4}
      longest={1000}
      grave={act === 'lose'}
      pending={go.isPending}
      error={go.error}
      onReason={(said) => go.mutate({ device: device.device, version: device.version, said }, { onSuccess: onDone })}
      onCancel={onDone}
    />
  );
}
