import { ledgerOfPrints } from '@sallyport/server/contracts/forms';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useAskPages } from '../../app/ask.ts';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { Empty } from '../../ui/empty.tsx';
import { ListEnd } from '../../ui/list-end.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { isBeingWritten } from '../../ui/written.ts';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { PrintState } from './print-state.tsx';
import { type ChangePrints, PrintsFilter } from './prints-filter.tsx';
import { readPrintsSearch } from './prints-search.ts';

/** Which form was printed, for whom, by whom and when, under which number, and whether the signed paper is back. */
export function PrintsPage() {
  const { t, said, language } = useWords();
  const filter = readPrintsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { number, ...others } = filter;
  const asked = { ...others, recordNumber: number };
  const found = useAskPages(ledgerOfPrints, asked);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useNames(
    'person',
    items.map(({ person }) => person),
  );
  const change: ChangePrints = useCallback(
    (next) =>
      void navigate({
        to: '/forms/prints',
        search: (before: Record<string, unknown>) => readPrintsSearch({ ...before, ...next }),
        replace: isBeingWritten(next),
      }),
    [navigate],
  );
  return (
    <>
      <p className="back">
        <Link to="/forms">{t('forms.all')}</Link>
      </p>
      <PageHead title={t('prints.title')} note={t('prints.note')} />
      <PrintsFilter filter={filter} onChange={change} />
      <ExportLedger list="prints" filter={asked} />
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {!found.isPending && found.error === null && items.length === 0 ? (
        <Empty title={t('prints.none')} note={t('prints.noneNote')} />
      ) : null}
      <div role="region" aria-label={t('prints.title')}>
        {items.map(({ print, recordNumber, title, kind, fact, person, state, ...one }) => (
          <Link key={print} to="/register/$kind/facts/$id" params={{ kind, id: fact }} className="row">
            <span className="row-title">
              {recordNumber} {said(title)}
            </span>
            <PrintState state={state} />
            <span className="row-more">
              {person === null ? null : <span>{names.get(person) ?? person}</span>}
              <span>
                {t(one.printedBy === null ? 'prints.printedAt' : 'prints.printedBy', {
                  when: momentText(one.printedAt, language),
                  name: one.printedBy ?? '',
                })}
              </span>
              {one.returnedAt === null ? null : (
                <span>
                  {t(one.returnedBy === null ? 'prints.returnedAt' : 'prints.returnedBy', {
                    when: momentText(one.returnedAt, language),
                    name: one.returnedBy ?? '',
                  })}
                </span>
              )}
            </span>
          </Link>
        ))}
      </div>
      {items.length === 0 ? null : (
        <ListEnd
          shown={items.length}
          total={null}
          hasMore={found.hasNextPage}
          loading={found.isFetchingNextPage}
          more={() => void found.fetchNextPage()}
        />
      )}
    </>
  );
}
