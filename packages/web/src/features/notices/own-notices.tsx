import { Title } from '@mantine/core';
import { useWords } from '../../app/language-context.tsx';
import { Choices } from './choices.tsx';
import { Feeds } from './feeds.tsx';
import { OwnAddress } from './own-address.tsx';

/** How somebody learns that there is something to do: where to, when, and in a calendar of theirs. */
export function OwnNotices() {
  const { t } = useWords();
  const part = (title: string) => (
    <Title order={3} size="h5" mt="lg" mb="xs">
      {title}
    </Title>
  );
  return (
    <>
      {part(t('notices.mail'))}
      <OwnAddress />
      {part(t('notices.when'))}
      <Choices />
      {part(t('notices.feeds'))}
      <Feeds />
    </>
  );
}
