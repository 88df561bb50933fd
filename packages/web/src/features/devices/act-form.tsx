import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { findings, sealsFound } from '@sallyport/core/devices';
import { inspectDevice, issueDevice, returnDevice } from '@sallyport/server/contracts/devices';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import type { Device } from './device-type.ts';

type Props = { readonly device: Device; readonly onDone: () => void };

export function IssueForm({ device, onDone }: Props) {
  const { t } = useWords();
  const [seal, setSeal] = useState('');
  const issue = useAct(issueDevice);
  return (
    <Asked
      act="issue"
      pending={issue.isPending}
      error={issue.error}
      onDone={onDone}
      onGo={() => issue.mutate({ device: device.device, version: device.version, seal }, { onSuccess: onDone })}
    >
      <TextInput
        label={t('device.sealNumber')}
        required
        autoFocus
        maxLength={60}
        value={seal}
        onChange={(event) => setSeal(event.currentTarget.value)}
      />
    </Asked>
  );
}

export function ReturnForm({ device, onDone }: Props) {
  const { t } = useWords();
  const [sealFound, setSealFound] = useState<(typeof sealsFound)[number]>('intact');
  const [said, setSaid] = useState('');
  const back = useAct(returnDevice);
  const input = { device: device.device, version: device.version, sealFound, said: said === '' ? null : said };
  return (
    <Asked
      act="return"
      pending={back.isPending}
      error={back.error}
      onDone={onDone}
      onGo={() => back.mutate(input, { onSuccess: onDone })}
    >
      <NativeSelect
        label={t('device.sealFound')}
        autoFocus
        value={sealFound}
        onChange={(event) => setSealFound(sealsFound.find((one) => one === event.currentTarget.value) ?? 'missing')}
        data={sealsFound.map((value) => ({ value, label: t(`device.sealFound.${value}`) }))}
      />
      <Said value={said} onChange={setSaid} required={false} />
    </Asked>
  );
}

export function InspectForm({ device, onDone }: Props) {
  const { t } = useWords();
  const [finding, setFinding] = useState<(typeof findings)[number]>('clean');
  const [said, setSaid] = useState('');
  const inspect = useAct(inspectDevice);
  const input = { device: device.device, version: device.version, finding, said: said === '' ? null : said };
  return (
    <Asked
      act="inspect"
      pending={inspect.isPending}
      error={inspect.error}
      onDone={onDone}
      onGo={() => inspect.mutate(input, { onSuccess: onDone })}
    >
      <NativeSelect
        label={t('device.finding')}
        autoFocus
        value={finding}
        onChange={(event) => setFinding(findings.find((one) => one === event.currentTarget.value) ?? 'damaged')}
        data={findings.map((value) => ({ value, label: t(`device.finding.${value}`) }))}
      />
      <Said value={said} onChange={setSaid} required={finding === 'damaged'} />
    </Asked>
  );
}

function Said({
  value,
  onChange,
  required,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly required: boolean;
}) {
  const { t } = useWords();
  return (
    <TextInput
      label={t('device.said')}
      required={required}
      minLength={required ? 4 : undefined}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

type AskedProps = {
  readonly act: 'issue' | 'return' | 'inspect';
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onGo: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
};

function Asked({ act, pending, error, onGo, onDone, children }: AskedProps) {
  const { t } = useWords();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onGo();
      }}
    >
      <Stack mt="sm" maw="32em">
        {children}
        <ProblemView error={error} />
        <Group>
          <Button type="submit" loading={pending}>
            {t(`device.act.${act}`)}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
