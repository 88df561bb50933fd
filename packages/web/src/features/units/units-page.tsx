import { Group } from '@mantine/core';
import { listUnits } from '@sallyport/server/contracts/register';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useAskPages } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { OrderAndDay, SearchBox } from '../../ui/list-controls.tsx';
import { ListEnd } from '../../ui/list-end.tsx';
import { dayOf, type NamedSearch, readNamedSearch, soughtIn } from '../../ui/list-search.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { isBeingWritten } from '../../ui/written.ts';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { UnitRow } from './unit-row.tsx';

/** Units as a tree that opens level by level, or those of a name. */
export function UnitsPage() {
  const { t, language } = useWords();
  const filter = readNamedSearch(useSearch({ strict: false }));
  const navigate = useNavigate();

  const sought = soughtIn(filter.find);
  const asked = { order: filter.newest === true ? ('newest' as const) : language, inForceOn: dayOf(filter) };
  const units = useAskPages(listUnits, { ...asked, search: sought });
  const items = units.data?.pages.flatMap((page) => page.items) ?? [];
  const change = useCallback(
    (next: { readonly [Name in keyof NamedSearch]: NamedSearch[Name] | undefined }): void =>
      void navigate({
        to: '/units',
        search: (before: Record<string, unknown>) => readNamedSearch({ ...before, ...next }),
        replace: isBeingWritten(next),
      }),
    [navigate],
  );
  return (
    <>
      <PageHead title={t('units.title')} note={t('units.note')} />
      <Group align="flex-end" mb="md" gap="md">
        <SearchBox label={t('units.search')} value={filter.find} onChange={change} />
        <OrderAndDay filter={filter} newestLabel={t('units.newest')} onChange={change} />
      </Group>
      <ExportLedger list="units" filter={{ ...asked, search: sought }} />
      <ProblemView error={units.error} again={() => void units.refetch()} />
      {units.isPending ? (
        <Loading />
      ) : units.error !== null ? null : items.length === 0 ? (
        <Empty title={t('units.empty')} note={t('units.emptyNote')} />
      ) : (
        <>
          <ul className="tree" aria-label={t('units.title')}>
            {items.map((unit) => (
              <UnitRow key={unit.id} unit={unit} asked={asked} found={sought !== undefined || unit.parent !== null} />
            ))}
          </ul>
          <ListEnd
            shown={items.length}
            total={units.data?.pages[0]?.total}
            hasMore={units.hasNextPage}
            loading={units.isFetchingNextPage}
            more={() => void units.fetchNextPage()}
          />
        </>
      )}
    </>
  );
}
