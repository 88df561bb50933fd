import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { previewStart } from '@sallyport/server/contracts/law';
import { correctFact, oneFact } from '@sallyport/server/contracts/register';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { countText, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ImpactView } from './impact-view.tsx';

/** Another first day of the programme: looked at first, then recorded as a correction of the organisation. */
export function StartDraft({ today }: { readonly today: string }) {
  const { t } = useWords();
  const [day, setDay] = useState(today);
  const [looked, setLooked] = useState<string | null>(null);
  const impact = useAsk(previewStart, { day: looked ?? today }, { enabled: looked !== null, staleTime: 0 });
  return (
    <Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setLooked(day);
        }}
      >
        <Group align="flex-end" gap="md">
          <TextInput
            type="date"
            label={t('impact.start')}
            required
            value={day}
            onChange={(event) => {
              setDay(event.currentTarget.value);
              setLooked(null);
            }}
          />
          <Button type="submit" variant="default">
            {t('settings.look')}
          </Button>
        </Group>
      </form>
      {looked !== null && impact.isFetching ? <Loading /> : null}
      <ProblemView error={impact.error} />
      {looked === null || impact.data === undefined || impact.isFetching ? null : (
        <>
          <Shift impact={impact.data} />
          <ImpactView impact={impact.data} />
          <Record organisation={impact.data.organisation} day={looked} />
        </>
      )}
    </Stack>
  );
}

type Impact = { readonly start: string | null; readonly toBacklog: number | null; readonly fromBacklog: number | null };

/** What is told apart as backlog is still owed: only where it stands changes. */
function Shift({ impact: { start, toBacklog, fromBacklog } }: { readonly impact: Impact }) {
  const { t, language } = useWords();
  const count = (number: number | null): string => (number === null ? t('today.few') : countText(number, language));
  return (
    <>
      <Text>{start === null ? t('impact.noStart') : t('impact.startNow', { day: dayText(start, language) })}</Text>
      <Text>{t('impact.shift', { to: count(toBacklog), from: count(fromBacklog) })}</Text>
    </>
  );
}

function Record({ organisation, day }: { readonly organisation: string; readonly day: string }) {
  const { t } = useWords();
  const who = useMe();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const fact = useAsk(oneFact, { kind: 'organisation', id: organisation });
  const correct = useAct(correctFact);
  if (!isAdmitted(correctFact.admits, who) || fact.data === undefined) return <ProblemView error={fact.error} />;
  const { version, fields } = fact.data;
  const done = (): void =>
    void navigate({ to: '/register/$kind/facts/$id', params: { kind: 'organisation', id: organisation } });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        correct.mutate(
          {
            kind: 'organisation',
            id: organisation,
            version,
            fields: { ...fields, programmeStartedOn: day },
            reason,
          },
          { onSuccess: done },
        );
      }}
    >
      <Stack>
        <TextInput
          label={t('register.reason')}
          required
          maxLength={500}
          maw="34em"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemView error={correct.error} />
        <Button type="submit" loading={correct.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('impact.record')}
        </Button>
      </Stack>
    </form>
  );
}
