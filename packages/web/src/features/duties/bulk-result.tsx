import { Alert, Button, Group, Text } from '@mantine/core';
import type { passedOver } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { type DutyItem, keyOf } from './duty-row.tsx';

export type Outcome = {
  readonly act: 'assign' | 'remind';
  /** `before`: who had been named; null where nobody was. */
  readonly done: readonly { readonly duty: DutyItem; readonly before: string | null }[];
  readonly refused: readonly { readonly duty: DutyItem; readonly why: (typeof passedOver)[number] }[];
  readonly letters: number;
};

type Props = {
  readonly outcome: Outcome;
  readonly busy: boolean;
  readonly onUndo: () => void;
  readonly onClose: () => void;
};

/** What was done with how many, and each that was passed over with its reason. */
export function BulkResult({ outcome, busy, onUndo, onClose }: Props) {
  const { t, said, language } = useWords();
  const { act, done, refused, letters } = outcome;
  return (
    <Alert
      role="status"
      my="md"
      color={refused.length === 0 ? 'teal' : 'yellow'}
      variant="outline"
      styles={{ message: { color: 'inherit' } }}
      withCloseButton
      closeButtonLabel={t('app.close')}
      onClose={onClose}
    >
      <Group justify="space-between">
        <Text>
          {t(`duties.done.${act}`, {
            done: countText(done.length, language),
            letters: countText(letters, language),
          })}
        </Text>
        {act === 'assign' && done.length > 0 ? (
          <Button variant="default" size="compact-sm" loading={busy} onClick={onUndo}>
            {t('duties.undo')}
          </Button>
        ) : null}
      </Group>
      {refused.length === 0 ? null : (
        <details>
          <summary>{t('duties.passedOver', { count: countText(refused.length, language) })}</summary>
          <ul>
            {refused.map(({ duty, why }) => (
              <li key={`${duty.rule} ${duty.subject} ${duty.period ?? ''}`}>
                <Link to="/duty" search={keyOf(duty)}>
                  {said(duty.title)} · {duty.subject}
                </Link>
                {t('duties.because', { why: t(`duties.why.${why}`) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Alert>
  );
}
