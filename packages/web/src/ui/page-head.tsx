import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useHead } from './use-head.ts';

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  /** The one thing to do on this page. */
  readonly action?: ReactNode;
};

export function PageHead({ title, note, action }: Props) {
  const heading = useHead(title);
  return (
    <Group justify="space-between" align="flex-start" gap="sm" mb="md">
      {/* The action stays beside a long note as long as there is room. */}
      <div style={{ flex: '1 1 16em' }}>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {note === undefined ? null : (
          <Text c="dimmed" mt={4} component="div">
            {note}
          </Text>
        )}
      </div>
      {action}
    </Group>
  );
}
