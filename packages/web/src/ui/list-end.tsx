import { Button, Group, Text } from '@mantine/core';
import { countText } from '../app/format.ts';
import { useWords } from '../app/language-context.tsx';

type Props = {
  readonly shown: number;
  readonly total: { readonly count: number; readonly more: boolean } | null | undefined;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly more: () => void;
};

/** How many there are, the keys, and the way on. */
export function ListEnd({ shown, total, hasMore, loading, more }: Props) {
  const { t, language } = useWords();
  const all = total === null || total === undefined ? null : countText(total.count, language);
  return (
    <Group justify="space-between" mt="md">
      <Text c="dimmed" size="sm">
        {all === null
          ? null
          : t(total?.more === true ? 'list.shownOfMore' : 'list.shownOf', {
              shown: countText(shown, language),
              all,
            })}{' '}
        {t('list.keys')}
      </Text>
      {hasMore ? (
        <Button variant="default" loading={loading} onClick={more}>
          {t('app.more')}
        </Button>
      ) : null}
    </Group>
  );
}
