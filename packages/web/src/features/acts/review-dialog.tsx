import { Button, Group, Modal, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { decideReview } from '@sallyport/server/contracts/duties';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import type { Review } from './review.tsx';

type Props = {
  readonly duty: { readonly rule: string; readonly subject: string };
  /** Null where the asker may make no incident of it. */
  readonly clocks: NonNullable<Review['may']>['incident'];
  readonly onEnd: () => void;
};

type Choice = 'dismissed' | 'confirmed' | 'incident';

/** Three ways to decide, each with its reason; what follows from the choice stands beside it. */
export function ReviewDialog({ duty: { rule, subject }, clocks, onEnd }: Props) {
  const { t, said } = useWords();
  const [choice, setChoice] = useState<Choice | null>(null);
  const [clock, setClock] = useState('');
  const [reason, setReason] = useState('');
  const decide = useAct(decideReview);
  const send = (): void => {
    if (choice === null) return;
    const verdict = choice === 'dismissed' ? 'dismissed' : 'confirmed';
    const incident = choice === 'incident' ? clock : null;
    decide.mutate({ rule, subject, verdict, reason, incident }, { onSuccess: onEnd });
  };
  return (
    <Modal
      opened
      onClose={onEnd}
      size="lg"
      title={t('review.decide')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack>
          <Radio.Group
            label={t('review.verdict')}
            required
            value={choice ?? ''}
            onChange={(value) => setChoice(value as Choice)}
          >
            <Stack gap="xs" mt="xs">
              {(['dismissed', 'confirmed', ...(clocks === null ? [] : (['incident'] as const))] as const).map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`review.${one}`)}
                  description={t(`review.means.${one}`)}
                  required
                />
              ))}
            </Stack>
          </Radio.Group>
          {choice !== 'incident' || clocks === null ? null : (
            <NativeSelect
              label={t('review.clock')}
              description={t('review.clockNote')}
              required
              value={clock}
              onChange={(event) => setClock(event.currentTarget.value)}
              data={[{ value: '', label: '' }, ...clocks.map((one) => ({ value: one.clock, label: said(one.name) }))]}
            />
          )}
          <Textarea
            label={t('putOff.reason')}
            description={t('putOff.reasonNote')}
            required
            autosize
            minRows={2}
            minLength={4}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('review.noPerson')}
          </Text>
          <ProblemView error={decide.error} />
          <Group>
            <Button type="submit" loading={decide.isPending}>
              {t('review.send')}
            </Button>
            <Button variant="default" onClick={onEnd}>
              {t('app.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
