import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { audiences, planSession, showTopics } from '@sallyport/server/contracts/education';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { seatMinute } from '../../app/seat.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ChosenOnes } from './chosen-ones.tsx';

type Props = { readonly onPlanned: (session: string) => void; readonly onCancel: () => void };

/** What is taught, where, by whom, and whose people are expected. */
export function SessionForm({ onPlanned, onCancel }: Props) {
  const { t, said } = useWords();
  const [title, setTitle] = useState('');
  const [topic, setTopic] = useState('counter-espionage');
  const [audience, setAudience] = useState<(typeof audiences)[number]>('all');
  const [units, setUnits] = useState<readonly string[]>([]);
  const [heldOn, setHeldOn] = useState(seatMinute(new Date()).slice(0, 10));
  const [place, setPlace] = useState('');
  const [trainer, setTrainer] = useState('');
  const [months, setMonths] = useState('12');
  const offered = useAsk(showTopics, {});
  const plan = useAct(planSession);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const validMonths = months === '' ? null : Number(months);
        plan.mutate(
          { title, topic, audience, units: [...units], heldOn, place, trainer, validMonths },
          { onSuccess: ({ session }) => onPlanned(session) },
        );
      }}
    >
      <Stack maw="40em" mb="xl">
        <TextInput
          label={t('education.sessionTitle')}
          required
          minLength={2}
          maxLength={100}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('education.sessionTopic')}
          value={topic}
          onChange={(event) => setTopic(event.currentTarget.value)}
          data={offered.data?.topics.map((one) => ({ value: one.topic, label: headed(said(one.name)) })) ?? []}
        />
        <NativeSelect
          label={t('education.sessionAudience')}
          value={audience}
          onChange={(event) => setAudience(audiences.find((one) => one === event.currentTarget.value) ?? audience)}
          data={audiences.map((value) => ({ value, label: t(`education.audience.${value}`) }))}
        />
        <ChosenOnes kind="unit" label={t('education.campaignUnit')} chosen={units} onChange={setUnits} />
        {units.length === 0 ? <Text c="dimmed">{t('education.sessionWhole')}</Text> : null}
        <TextInput
          type="date"
          label={t('education.sessionDay')}
          required
          value={heldOn}
          onChange={(event) => setHeldOn(event.currentTarget.value)}
        />
        <TextInput
          label={t('education.sessionPlace')}
          required
          maxLength={100}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <TextInput
          label={t('education.sessionTrainer')}
          maxLength={100}
          value={trainer}
          onChange={(event) => setTrainer(event.currentTarget.value)}
        />
        <TextInput
          type="number"
          label={t('education.sessionMonths')}
          description={t('education.sessionMonthsNote')}
          min={1}
          max={60}
          value={months}
          onChange={(event) => setMonths(event.currentTarget.value)}
        />
        <ProblemView error={offered.error ?? plan.error} />
        <Group>
          <Button type="submit" loading={plan.isPending}>
            {t('education.planSession')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
