import { Group } from '@mantine/core';
import { listBranches } from '@sallyport/server/contracts/register';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useAskPages } from '../../app/ask.ts';
import { countText, dayText } from '../../app/format.ts';
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

/** Bodies of the organisation abroad. */
export function BranchesPage() {
  const { t, language } = useWords();
  const filter = readNamedSearch(useSearch({ strict: false }));
  const navigate = useNavigate();

  const asked = {
    search: soughtIn(filter.find),
    order: filter.newest === true ? ('newest' as const) : language,
    inForceOn: dayOf(filter),
  };
  const branches = useAskPages(listBranches, asked);
  const items = branches.data?.pages.flatMap((page) => page.items) ?? [];
  const change = useCallback(
    (next: { readonly [Name in keyof NamedSearch]: NamedSearch[Name] | undefined }): void =>
      void navigate({
        to: '/branches',
        search: (before: Record<string, unknown>) => readNamedSearch({ ...before, ...next }),
        replace: isBeingWritten(next),
      }),
    [navigate],
  );
  const postedText = (posted: number | null): string =>
    posted === null ? t('branches.few') : t('branches.posted', { count: countText(posted, language) });
  return (
    <>
      <PageHead title={t('branches.title')} note={t('branches.note')} />
      <Group align="flex-end" mb="md" gap="md">
        <SearchBox label={t('branches.search')} value={filter.find} onChange={change} />
        <OrderAndDay filter={filter} newestLabel={t('branches.newest')} onChange={change} />
      </Group>
      <ExportLedger list="branches" filter={asked} />
      <ProblemView error={branches.error} again={() => void branches.refetch()} />
      {branches.isPending ? (
        <Loading />
      ) : branches.error !== null ? null : items.length === 0 ? (
        <Empty title={t('branches.empty')} note={t('branches.emptyNote')} />
      ) : (
        <>
          <div role="region" aria-label={t('branches.title')}>
            {items.map(({ id, name, openedOn, closedOn, posted }) => (
              <Link key={id} to="/register/$kind/facts/$id" params={{ kind: 'branch', id }} className="row">
                <span className="row-title">{name}</span>
                <span>{postedText(posted)}</span>
                <span className="row-more">
                  {openedOn === null ? null : <span>{t('branches.opened', { day: dayText(openedOn, language) })}</span>}
                  {closedOn === null ? null : <span>{t('branches.closed', { day: dayText(closedOn, language) })}</span>}
                </span>
              </Link>
            ))}
          </div>
          <ListEnd
            shown={items.length}
            total={branches.data?.pages[0]?.total}
            hasMore={branches.hasNextPage}
            loading={branches.isFetchingNextPage}
            more={() => void branches.fetchNextPage()}
          />
        </>
      )}
    </>
  );
}
