import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../app/language-context.tsx';

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  /** The one thing to do on this page. */
  readonly action?: ReactNode;
};

export function PageHead({ title, note, action }: Props) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  });
  return (
    <Group justify="space-between" align="flex-start" gap="sm" mb="md">
      <div>
        <Title order={1}>{title}</Title>
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
