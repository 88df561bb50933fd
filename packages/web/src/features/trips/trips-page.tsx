import { Button, Group, NativeSelect } from '@mantine/core';
import { draftTrip, listHolders, listTrips } from '@sallyport/server/contracts/trips';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAskPages } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { readTripsSearch } from './search.ts';
import { StateMark } from './state-mark.tsx';
import { usePeriod } from './use-period.ts';

/** Trips, the newest first: of the reader's own, of their unit, or at their step. */
export function TripsPage() {
  const { t, language } = useWords();
  const who = useMe();
  const period = usePeriod();
  const { which } = readTripsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const filter = which === 'all' ? {} : { over: which === 'over' };
  const found = useAskPages(listTrips, filter);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useNames(
    'person',
    items.flatMap(({ travellers }) => travellers.map(({ person }) => person)),
  );
  const between = language === 'zh' ? '、' : ', ';
  const actions = (
    <Group>
      {isAdmitted(draftTrip.admits, who) ? (
        <Button component={Link} to="/trips/new">
          {t('trip.new')}
        </Button>
      ) : null}
      {isAdmitted(listHolders.admits, who) ? (
        <Button component={Link} variant="default" to="/trips/holders">
          {t('trip.holders')}
        </Button>
      ) : null}
    </Group>
  );
  return (
    <>
      <PageHead title={t('trip.list')} note={t('trip.listNote')} action={actions} />
      <NativeSelect
        label={t('trip.which')}
        mb="md"
        maw="20em"
        value={which ?? ''}
        onChange={(event) =>
          void navigate({ to: '/trips', search: readTripsSearch({ which: event.currentTarget.value }), replace: true })
        }
        data={[
          { value: '', label: t('trip.which.open') },
          { value: 'over', label: t('trip.which.over') },
          { value: 'all', label: t('trip.which.all') },
        ]}
      />
      {items.length === 0 ? null : <ExportLedger list="trips" filter={filter} />}
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {!found.isPending && found.error === null && items.length === 0 ? (
        <Empty title={t('trip.none')} note={t('trip.noneNote')} />
      ) : null}
      <div role="region" aria-label={t('trip.list')}>
        {items.map(({ trip, kind, state, departsOn, returnsOn, travellers, waiting, late }) => (
          <Link key={trip} to="/trips/$id" params={{ id: trip }} className="row">
            <span className="row-title">
              {travellers.map(({ person }) => names.get(person) ?? person).join(between) || t('trip.nobody')}
            </span>
            <StateMark state={state} />
            <span className="row-more">
              <span>{t(`trip.kind.${kind}`)}</span>
              <span>{period(departsOn, returnsOn)}</span>
              {waiting.length === 0 ? null : (
                <span>
                  {t('trip.standsAt', { roles: waiting.map((role) => t(`trip.role.${role}`)).join(between) })}
                </span>
              )}
              {late ? <span className="state state-late">{t('trip.late')}</span> : null}
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
