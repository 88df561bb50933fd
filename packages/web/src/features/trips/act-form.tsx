import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import * as contract from '@sallyport/server/contracts/trips';
import { lazy, Suspense, useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { seatMinute } from '../../app/seat.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import type { Trip } from './trip-type.ts';

const ChangePlan = lazy(async () => ({ default: (await import('./change-plan.tsx')).ChangePlan }));

const simple = {
  submit: contract.submitTrip,
  withdraw: contract.withdrawTrip,
  revive: contract.reviveTrip,
  clear: contract.clearTrip,
  close: contract.closeTrip,
} as const;
const dated = {
  'give-notice': contract.giveNotice,
  depart: contract.departTrip,
  'come-back': contract.comeBack,
} as const;

export type Chosen = keyof typeof simple | keyof typeof dated | 'appeal' | 'cancel' | 'extend' | 'change';
type Props = { readonly trip: Trip; readonly act: Chosen; readonly done: () => void };

const isSimple = (act: Chosen): act is keyof typeof simple => act in simple;
const isDated = (act: Chosen): act is keyof typeof dated => act in dated;

/** One act with what it asks for, and nothing else. */
export function ActForm({ trip, act, done }: Props) {
  const named = { trip: trip.trip, version: trip.version };
  if (act === 'change')
    return (
      <Suspense fallback={<Loading />}>
        <ChangePlan trip={trip} done={done} />
      </Suspense>
    );
  if (isSimple(act)) return <Simple act={act} named={named} done={done} />;
  if (isDated(act)) return <Dated act={act} named={named} done={done} />;
  return <Reasoned trip={trip} act={act} named={named} done={done} />;
}

type Named = { readonly named: { readonly trip: string; readonly version: number }; readonly done: () => void };

function Simple({ act, named, done }: Named & { readonly act: keyof typeof simple }) {
  const run = useAct(simple[act]);
  return (
    <Frame
      act={act}
      error={run.error}
      pending={run.isPending}
      done={done}
      onSubmit={() => run.mutate(named, { onSuccess: done })}
    />
  );
}

function Dated({ act, named, done }: Named & { readonly act: keyof typeof dated }) {
  const { t } = useWords();
  const [on, setOn] = useState(seatMinute(new Date()).slice(0, 10));
  const run = useAct(dated[act]);
  const onSubmit = (): void => run.mutate({ ...named, on }, { onSuccess: done });
  return (
    <Frame act={act} error={run.error} pending={run.isPending} done={done} onSubmit={onSubmit}>
      <Day label={t('trip.on')} value={on} onChange={setOn} />
    </Frame>
  );
}

function Reasoned({
  trip,
  act,
  named,
  done,
}: Named & { readonly trip: Trip; readonly act: 'appeal' | 'cancel' | 'extend' }) {
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const [returnsOn, setReturnsOn] = useState('');
  const [appeal, cancel, extend] = [
    useAct(contract.appealTrip),
    useAct(contract.cancelTrip),
    useAct(contract.extendTrip),
  ];
  const run = { appeal, cancel, extend }[act];
  const refused = trip.steps.find(({ settled }) => settled === 'refused');
  const onSubmit = (): void => {
    const then = { onSuccess: done };
    if (act === 'cancel') cancel.mutate({ ...named, said }, then);
    if (act === 'extend') extend.mutate({ ...named, returnsOn, said }, then);
    if (act === 'appeal' && refused !== undefined) appeal.mutate({ ...named, role: refused.role, said }, then);
  };
  return (
    <Frame act={act} error={run.error} pending={run.isPending} done={done} onSubmit={onSubmit}>
      {act === 'extend' ? <Day label={t('trip.returnsOn')} value={returnsOn} onChange={setReturnsOn} /> : null}
      <TextInput
        label={t('trip.why')}
        required
        minLength={4}
        maxLength={2000}
        value={said}
        onChange={(event) => setSaid(event.currentTarget.value)}
        w="100%"
        maw="40em"
      />
    </Frame>
  );
}

type DayProps = { readonly label: string; readonly value: string; readonly onChange: (day: string) => void };

const Day = ({ label, value, onChange }: DayProps) => (
  <TextInput
    type="date"
    label={label}
    required
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

type FrameProps = {
  readonly act: Exclude<Chosen, 'change'>;
  readonly error: Error | null;
  readonly pending: boolean;
  readonly done: () => void;
  readonly onSubmit: () => void;
  readonly children?: React.ReactNode;
};

function Frame({ act, error, pending, done, onSubmit, children }: FrameProps) {
  const { t } = useWords();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack align="flex-start">
        <Text>{t(`trip.about.${act}`)}</Text>
        {children}
        <ProblemView error={error} />
        <Group>
          <Button type="submit" loading={pending}>
            {t(`trip.do.${act}`)}
          </Button>
          <Button variant="default" onClick={done}>
            {t('trip.leave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
