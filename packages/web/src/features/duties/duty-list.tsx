import { Alert, Button, Group, Text } from '@mantine/core';
import { listDuties } from '@sallyport/server/contracts/duties';
import { Fragment } from 'react';
import { useAskPages } from '../../app/ask.ts';
import { countText, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ChoosableRow } from './choosable-row.tsx';
import { useChosen } from './chosen.ts';
import { peopleIn } from './duty-row.tsx';
import { type filterOf, weekOf } from './search.ts';

type Props = {
  readonly filter: ReturnType<typeof filterOf>;
  /** With a heading over each week, as the list stands in the order of days. */
  readonly byWeek?: boolean;
  readonly limit?: number;
};

/** Duties of one filter, the earliest first, page by page. */
export function DutyList({ filter, byWeek = false, limit = 50 }: Props) {
  const { t, language } = useWords();
  const duties = useAskPages(listDuties, { ...filter, limit });
  const chosen = useChosen();
  const items = duties.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useNames('person', peopleIn(items));
  const total = duties.data?.pages[0]?.total;
  const cut = duties.data?.pages[0]?.namesCut === true;
  if (duties.isPending) return <Loading />;
  if (duties.error !== null) return <ProblemView error={duties.error} again={() => void duties.refetch()} />;
  if (items.length === 0) return <Empty title={t('duties.empty')} note={t('duties.emptyNote')} />;
  return (
    <>
      {cut ? (
        <Alert color="yellow" variant="outline" mb="md" styles={{ message: { color: 'inherit' } }}>
          {t('duties.namesCut')}
        </Alert>
      ) : null}
      {items.map((duty, at) => {
        const week = byWeek ? weekName(duty.due) : null;
        const begins = week !== null && week !== weekName(items[at - 1]?.due, at === 0);
        return (
          <Fragment key={`${duty.rule} ${duty.subject} ${duty.period ?? ''}`}>
            {begins ? (
              <h2 className="lines-title">
                {week === '' ? t('duties.noDue') : t('duties.week', { day: dayText(week, language) })}
              </h2>
            ) : null}
            <ChoosableRow duty={duty} among={items} names={names} />
          </Fragment>
        );
      })}
      <Group justify="space-between" mt="md">
        <Text c="dimmed" size="sm">
          {total === undefined || total === null
            ? null
            : t(total.more ? 'list.shownOfMore' : 'list.shownOf', {
                shown: countText(items.length, language),
                all: countText(total.count, language),
              })}
        </Text>
        <Group gap="xs">
          {chosen === null ? null : (
            <Button variant="subtle" onClick={() => chosen.add(items)}>
              {t('duties.choosePage')}
            </Button>
          )}
          {duties.hasNextPage ? (
            <Button variant="default" loading={duties.isFetchingNextPage} onClick={() => void duties.fetchNextPage()}>
              {t('app.more')}
            </Button>
          ) : null}
        </Group>
      </Group>
    </>
  );
}

/** Empty where there is no day; null before the first row. */
const weekName = (due: string | null | undefined, first = false): string | null =>
  first ? null : due === null || due === undefined ? '' : weekOf(due);
