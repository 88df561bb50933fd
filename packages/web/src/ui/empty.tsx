import { Paper, Text, Title } from '@mantine/core';

type Props = {
  readonly title: string;
  readonly note?: string;
  /** It is the whole of the page. */
  readonly whole?: boolean;
};

export function Empty({ title, note, whole = false }: Props) {
  return (
    <Paper withBorder p="xl" my="md" ta="center">
      {whole ? (
        <Title order={1} size="h3">
          {title}
        </Title>
      ) : (
        <Text fw={600}>{title}</Text>
      )}
      {note === undefined ? null : <Text c="dimmed">{note}</Text>}
    </Paper>
  );
}
