import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../app/language-context.tsx';
import { ProblemView } from './problem-view.tsx';

type Props = {
  /** What will happen. */
  readonly note: string;
  readonly label: string;
  readonly confirm: string;
  readonly shortest?: number;
  readonly longest?: number;
  /** The act takes something away. */
  readonly grave?: boolean;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onReason: (reason: string) => void;
  /** Where the form was opened to be filled in; without it the form stands on its page. */
  readonly onCancel?: () => void;
};

/** One sentence why, and then the act. */
export function ReasonForm({
  note,
  label,
  confirm,
  grave = false,
  pending,
  error,
  onReason,
  onCancel,
  ...bounds
}: Props) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onReason(reason);
      }}
    >
      <Stack mt="sm" align="flex-start">
        <Text size="sm">{note}</Text>
        <TextInput
          label={label}
          required
          autoFocus={onCancel !== undefined}
          minLength={bounds.shortest ?? 1}
          maxLength={bounds.longest ?? 500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          w="100%"
          maw="40em"
        />
        <ProblemView error={error} />
        <Group>
          <Button type="submit" {...(grave ? { color: 'red.9' } : { variant: 'default' })} loading={pending}>
            {confirm}
          </Button>
          {onCancel === undefined ? null : (
            <Button variant="default" onClick={onCancel}>
              {t('app.cancel')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
