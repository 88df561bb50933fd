import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { refusalReasons as reasons } from '@sallyport/core/trips';
import { decideTrip, returnTrip } from '@sallyport/server/contracts/trips';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';

import type { Step, Trip } from './trip-type.ts';

type Verdict = 'agreed' | 'conditions' | 'refused' | 'return';
const verdicts: readonly Verdict[] = ['agreed', 'conditions', 'refused', 'return'];

/**
 * A decision of one role about this journey. Nothing of whom the traveller knows is here (PEOPLE.md, abuse 4); a refusal names a reason of
 * the journey, and the traveller reads it.
 */
export function DecideForm({ trip, role }: { readonly trip: Trip; readonly role: Step['role'] }) {
  const { t } = useWords();
  const [verdict, setVerdict] = useState<Verdict>('agreed');
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState('');
  const [until, setUntil] = useState('');
  const [decide, giveBack] = [useAct(decideTrip), useAct(returnTrip)];
  const named = { trip: trip.trip, version: trip.version, role };
  const onSubmit = (): void => {
    if (verdict === 'return') return giveBack.mutate({ ...named, said });
    decide.mutate({
      ...named,
      verdict,
      reason: verdict === 'refused' ? (reasons.find((one) => one === reason) ?? null) : null,
      said: said === '' ? null : said,
      until: until === '' ? null : until,
    });
  };
  return (
    <Section title={t('trip.decideAs', { role: t(`trip.role.${role}`) })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack align="flex-start">
          <Text size="sm">{t('trip.decideNote')}</Text>
          <NativeSelect
            label={t('trip.verdict')}
            value={verdict}
            onChange={(event) => setVerdict(verdicts.find((one) => one === event.currentTarget.value) ?? 'agreed')}
            data={verdicts.map((value) => ({ value, label: t(`trip.verdict.${value}`) }))}
          />
          {verdict === 'refused' ? (
            <NativeSelect
              label={t('trip.reason')}
              required
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data={[
                { value: '', label: t('trip.chooseReason') },
                ...reasons.map((value) => ({ value, label: t(`trip.reason.${value}`) })),
              ]}
            />
          ) : null}
          {verdict === 'agreed' ? null : (
            <Textarea
              label={t(verdict === 'conditions' ? 'trip.conditions' : 'trip.why')}
              required
              minLength={4}
              maxLength={2000}
              autosize
              value={said}
              onChange={(event) => setSaid(event.currentTarget.value)}
              w="100%"
              maw="40em"
            />
          )}
          {verdict === 'agreed' || verdict === 'conditions' ? (
            <TextInput
              type="date"
              label={t('trip.holdsUntil')}
              description={t('trip.holdsUntilNote')}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          ) : null}
          <ProblemView error={decide.error ?? giveBack.error} />
          <Group>
            <Button type="submit" loading={decide.isPending || giveBack.isPending}>
              {t('trip.decide')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
