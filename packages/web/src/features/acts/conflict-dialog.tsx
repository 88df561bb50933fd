import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { decideConflict } from '@sallyport/server/contracts/duties';
import { useState } from 'react';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

type Way = 'perform' | 'refrain' | 'partly';
const ways: readonly Way[] = ['refrain', 'partly', 'perform'];

type Props = {
  readonly duty: { readonly rule: string; readonly subject: string };
  readonly act: string;
  readonly onEnd: () => void;
};

/** What the first of two persons puts down; nothing holds before the second has confirmed it. */
export function ConflictDialog({ duty: { rule, subject }, act, onEnd }: Props) {
  const { t } = useWords();
  const [way, setWay] = useState<Way | null>(null);
  const [reason, setReason] = useState('');
  const ask = useAct(decideConflict);
  return (
    <Modal
      opened
      onClose={onEnd}
      size="lg"
      title={t('conflict.decide')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (way !== null) ask.mutate({ rule, subject, act, decision: way, reason }, { onSuccess: onEnd });
        }}
      >
        <Stack>
          <Radio.Group
            label={t('conflict.way')}
            required
            value={way ?? ''}
            onChange={(value) => setWay(ways.find((one) => one === value) ?? null)}
          >
            <Stack gap="xs" mt="xs">
              {ways.map((one) => (
                <Radio key={one} value={one} label={t(`conflict.${one}`)} required />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('putOff.reason')}
            description={t('conflict.reasonNote')}
            required
            autosize
            minRows={2}
            minLength={4}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('conflict.sendNote')}
          </Text>
          <ProblemView error={ask.error} />
          <Group>
            <Button type="submit" loading={ask.isPending}>
              {t('putOff.send')}
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
