import { Button, NativeSelect } from '@mantine/core';
import { listLeavings } from '@sallyport/server/contracts/people';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAskPages } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { readLeavingsSearch } from './search.ts';

/** Everybody whose leaving is on record, and of what kind something is still open. Nobody is counted (PEOPLE.md). */
export function LeavingsPage() {
  const { t, language } = useWords();
  const { all } = readLeavingsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const asked = all === true ? {} : { open: true };
  const found = useAskPages(listLeavings, asked);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useNames(
    'person',
    items.map(({ person }) => person),
  );
  return (
    <>
      <p className="back">
        <Link to="/people">{t('app.back')}</Link>
      </p>
      <PageHead title={t('leavings.title')} note={t('leavings.note')} />
      <NativeSelect
        label={t('leavings.which')}
        mb="md"
        maw="20em"
        value={all === true ? 'all' : ''}
        onChange={(event) =>
          void navigate({
            to: '/people/leaving',
            search: event.currentTarget.value === 'all' ? { all: true } : {},
          })
        }
        data={[
          { value: '', label: t('leavings.open') },
          { value: 'all', label: t('leavings.all') },
        ]}
      />
      {items.length === 0 ? null : <ExportLedger list="leavings" filter={{}} />}
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {!found.isPending && found.error === null && items.length === 0 ? (
        <Empty title={t('leavings.none')} note={t('leavings.noneNote')} />
      ) : null}
      <div role="region" aria-label={t('leavings.title')}>
        {items.map(({ leaving, person, effectiveOn, state, still }) => (
          <Link key={leaving} to="/people/$id/leaving" params={{ id: person }} className="row">
            <span className="row-title">{names.get(person) ?? person}</span>
            <span className={still.length === 0 ? 'state state-quiet' : 'state'}>
              {t(still.length === 0 ? 'leavings.handed' : 'leavings.still')}
            </span>
            <span className="row-more">
              <span>{t(`leaving.state.${state}`, { day: dayText(effectiveOn, language) })}</span>
              {still.length === 0 ? null : (
                <span>{still.map((what) => t(`leaving.what.${what}`)).join(language === 'zh' ? '、' : ', ')}</span>
              )}
            </span>
          </Link>
        ))}
      </div>
      {found.hasNextPage ? (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </>
  );
}
