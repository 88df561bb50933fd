import { Paper, Text } from '@mantine/core';

type Props = { readonly title: string; readonly note?: string };

export function Empty({ title, note }: Props) {
  return (
    <Paper withBorder p="xl" my="md" ta="center">
      <Text fw={600}>{title}</Text>
      {note === undefined ? null : <Text c="dimmed">{note}</Text>}
    </Paper>
  );
}
