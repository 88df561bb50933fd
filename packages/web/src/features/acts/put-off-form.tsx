import { Button, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { overrideDuty, waiveDuty } from '@sallyport/server/contracts/duties';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ClauseLink } from '../law/clause-link.tsx';
import type { DutyKey, PutOff } from './put-off.tsx';

type Props = {
  readonly kind: 'waiver' | 'override';
  readonly duty: DutyKey;
  readonly putOff: PutOff;
  /** What the page is for is something else. */
  readonly aside: boolean;
  readonly onEnd: () => void;
};

/** What the first of two persons puts down; nothing holds before the second has confirmed it. */
export function PutOffForm({ kind, duty, putOff, aside, onEnd }: Props) {
  const { t, language } = useWords();
  const [reason, setReason] = useState('');
  const [authority, setAuthority] = useState('');
  const [until, setUntil] = useState('');
  const waive = useAct(waiveDuty);
  const override = useAct(overrideDuty);
  const { clause } = putOff.waiver;
  const send = (): void => {
    const { rule, subject, period } = duty;
    const input = { rule, subject, period, reason, until };
    if (kind === 'waiver') waive.mutate({ ...input, authority }, { onSuccess: onEnd });
    else override.mutate(input, { onSuccess: onEnd });
  };
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack>
          <Text>{t(`putOff.${kind}Note`)}</Text>
          {kind === 'override' ? null : clause === null ? (
            <Text>{t('putOff.basisPolicy')}</Text>
          ) : (
            <Text>
              {t('putOff.basis')} <ClauseLink clause={clause.id} name={clause.name} />
            </Text>
          )}
          <Textarea
            label={t('putOff.reason')}
            description={t('putOff.reasonNote')}
            required
            autoFocus
            autosize
            minRows={2}
            minLength={4}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {kind === 'override' ? null : (
            <TextInput
              label={t('putOff.authority')}
              description={t('putOff.authorityNote')}
              required
              maxLength={300}
              value={authority}
              onChange={(event) => setAuthority(event.currentTarget.value)}
            />
          )}
          <TextInput
            type="date"
            label={t('putOff.until')}
            description={t('putOff.untilNote', { day: dayText(putOff.latest, language) })}
            required
            max={putOff.latest}
            maw="20em"
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          <ProblemView error={waive.error ?? override.error} />
          <Group>
            <Button
              type="submit"
              variant={aside ? 'default' : 'filled'}
              loading={waive.isPending || override.isPending}
            >
              {t('putOff.send')}
            </Button>
            <Button variant="default" onClick={onEnd}>
              {t('app.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
