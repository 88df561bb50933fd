import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useHead } from './use-head.ts';

type Props = {
  readonly title: string;
  readonly note?: string;
  /** Where to go from here. */
  readonly children?: ReactNode;
};

/** Nothing is here: why, and what to do instead. */
export function Empty({ title, note, children }: Props) {
  return (
    <Paper withBorder p="xl" my="md" ta="center">
      <Text fw={600}>{title}</Text>
      <More note={note}>{children}</More>
    </Paper>
  );
}

/** The same where it is the whole of the page. */
export function EmptyPage({ title, note, children }: Props) {
  const heading = useHead(title);
  return (
    <Paper withBorder p="xl" my="md" ta="center">
      <Title order={1} size="h3" ref={heading} tabIndex={-1}>
        {title}
      </Title>
      <More note={note}>{children}</More>
    </Paper>
  );
}

const More = ({ note, children }: { readonly note: string | undefined; readonly children: ReactNode }) => (
  <>
    {note === undefined ? null : <Text c="dimmed">{note}</Text>}
    {children === undefined ? null : <p>{children}</p>}
  </>
);
