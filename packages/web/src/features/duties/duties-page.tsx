import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { type Status, statuses } from '@sallyport/core/law';
import { listDuties, summarizeDuties } from '@sallyport/server/contracts/duties';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useAsk, useAskPages } from '../../app/ask.ts';
import { dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { AssigneeFilter } from './assignee-filter.tsx';
import { DutyRow, peopleIn } from './duty-row.tsx';
import { InstrumentFigures } from './instrument-figures.tsx';
import { type ListSearch, readListSearch, statusesOf } from './search.ts';

/** What the organisation has to do, the most urgent first. */
export function DutiesPage() {
  const { t, said, language } = useWords();
  const filter = readListSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [list, search] = [useRef<HTMLDivElement>(null), useRef<HTMLInputElement>(null)];
  useListKeys(list, search);

  const summary = useAsk(summarizeDuties, {});
  const { status, ...rest } = filter;
  const duties = useAskPages(listDuties, { ...rest, status: [...statusesOf(status)] });
  const items = duties.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useNames('person', peopleIn(items));
  const first = duties.data?.pages[0];
  const since = summary.data?.recomputingSince ?? null;

  const change = (next: { readonly [Name in keyof ListSearch]: string | undefined }): void =>
    void navigate({ to: '/duties', search: readListSearch({ ...filter, ...next }), replace: true });
  const instruments = summary.data?.instruments ?? [];
  return (
    <>
      <PageHead
        title={t('duties.title')}
        note={
          <>
            {first === undefined ? null : `${t('duties.asOf', { day: dayText(first.day, language) })} · `}
            {t('duties.owedByUnit')}
          </>
        }
      />
      {since === null ? null : <Text>{t('duties.recomputing', { since: momentText(since, language) })}</Text>}
      <ProblemView error={summary.error} />
      {summary.data === undefined ? null : <InstrumentFigures instruments={instruments} />}
      <Group align="flex-end" mt="lg" mb="md" gap="md">
        <NativeSelect
          label={t('duties.state')}
          value={status ?? ''}
          onChange={(event) => change({ status: event.currentTarget.value })}
          data={[
            { value: '', label: t('duties.openStates') },
            { value: 'all', label: t('duties.allStates') },
            ...statuses.map((value: Status) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
        <NativeSelect
          label={t('duties.instrument')}
          value={filter.instrument ?? ''}
          onChange={(event) => change({ instrument: event.currentTarget.value })}
          maw="100%"
          data={[
            { value: '', label: t('duties.allInstruments') },
            ...instruments.map(({ instrument, title }) => ({ value: instrument, label: said(title) })),
          ]}
        />
        <AssigneeFilter items={items} names={names} value={filter.assignee ?? ''} onChange={change} />
        <TextInput
          ref={search}
          type="search"
          label={t('duties.search')}
          placeholder={t('duties.searchNote')}
          defaultValue={filter.subject ?? ''}
          onChange={(event) => change({ subject: event.currentTarget.value.trim() })}
          style={{ flex: '1 1 16em' }}
        />
      </Group>
      {filter.rule === undefined ? null : (
        <Text mb="md">
          {t('duties.onlyRule', { rule: items[0] === undefined ? filter.rule : said(items[0].title) })}{' '}
          <Link to="/duties" search={{}}>
            {t('duties.allRules')}
          </Link>
        </Text>
      )}
      <ProblemView error={duties.error} again={() => void duties.refetch()} />
      {duties.isPending ? (
        <Loading />
      ) : duties.error !== null ? null : items.length === 0 ? (
        <Empty title={t('duties.empty')} note={t('duties.emptyNote')} />
      ) : (
        <>
          <div ref={list} role="region" aria-label={t('duties.list')}>
            {items.map((duty) => (
              <DutyRow key={`${duty.rule} ${duty.subject} ${duty.period ?? ''}`} duty={duty} names={names} />
            ))}
          </div>
          <Group justify="space-between" mt="md">
            <Text c="dimmed" size="sm">
              {t(duties.hasNextPage ? 'duties.shown' : 'duties.shownAll', { count: items.length })} {t('duties.keys')}
            </Text>
            {duties.hasNextPage ? (
              <Button variant="default" loading={duties.isFetchingNextPage} onClick={() => void duties.fetchNextPage()}>
                {t('app.more')}
              </Button>
            ) : null}
          </Group>
        </>
      )}
    </>
  );
}
