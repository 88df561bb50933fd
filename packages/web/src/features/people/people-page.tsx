import { Button, Group, NativeSelect } from '@mantine/core';
import { vocabulary } from '@sallyport/core/facts';
import { askMerge, listLeavings } from '@sallyport/server/contracts/people';
import { listPeople } from '@sallyport/server/contracts/register';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useAskPages } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { isAdmitted, mayRecord, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { OrderAndDay, SearchBox } from '../../ui/list-controls.tsx';
import { ListEnd } from '../../ui/list-end.tsx';
import { dayOf, soughtIn } from '../../ui/list-search.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { isBeingWritten } from '../../ui/written.ts';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { PersonRow } from './person-row.tsx';
import { type PeopleSearch, readPeopleSearch, standingNamed } from './search.ts';
import { standingWords } from './standing.ts';
import { UnitFilter } from './unit-filter.tsx';

/** People by name; nobody is counted or ranked (PEOPLE.md). */
export function PeoplePage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const filter = readPeopleSearch(useSearch({ strict: false }));
  const navigate = useNavigate();

  const { find, newest, unit, standing } = filter;
  const asked = {
    search: soughtIn(find),
    order: newest === true ? ('newest' as const) : language,
    inForceOn: dayOf(filter),
    unit,
    standing,
  };
  const people = useAskPages(listPeople, asked);
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  const units = useNames(
    'unit',
    items.map((person) => person.unit),
  );
  const change = useCallback(
    (next: { readonly [Name in keyof PeopleSearch]: PeopleSearch[Name] | undefined }): void =>
      void navigate({
        to: '/people',
        search: (before: Record<string, unknown>) => readPeopleSearch({ ...before, ...next }),
        replace: isBeingWritten(next),
      }),
    [navigate],
  );
  const person = vocabulary.kinds.get('person');
  const add =
    person !== undefined && mayRecord(person, who) ? (
      <Group>
        <Button component={Link} to="/register/person/new">
          {t('people.add')}
        </Button>
        {isAdmitted(askMerge.admits, who) ? (
          <Button component={Link} variant="default" to="/people/doubles">
            {t('merges.open')}
          </Button>
        ) : null}
        {isAdmitted(listLeavings.admits, who) ? (
          <Button component={Link} variant="default" to="/people/leaving">
            {t('leavings.title')}
          </Button>
        ) : null}
      </Group>
    ) : null;
  return (
    <>
      <PageHead title={t('people.title')} note={t('people.note')} action={add} />
      <Group align="flex-end" mb="md" gap="md">
        <SearchBox label={t('people.search')} value={find} onChange={change} />
        <UnitFilter value={unit} onChange={change} />
        <NativeSelect
          label={t('people.standing')}
          value={standing ?? ''}
          onChange={(event) => change({ standing: standingNamed(event.currentTarget.value) })}
          data={[
            { value: '', label: t('people.anyStanding') },
            ...standingWords().map(({ value, label }) => ({ value, label: said(label) })),
          ]}
        />
        <OrderAndDay filter={filter} newestLabel={t('people.newest')} onChange={change} />
      </Group>
      <ExportLedger list="people" filter={asked} />
      <ProblemView error={people.error} again={() => void people.refetch()} />
      {people.isPending ? (
        <Loading />
      ) : people.error !== null ? null : items.length === 0 ? (
        <Empty title={t('people.empty')} note={t('people.emptyNote')} />
      ) : (
        <>
          <div role="region" aria-label={t('people.title')}>
            {items.map((one) => (
              <PersonRow key={one.id} person={one} unit={units.get(one.unit ?? '') ?? null} />
            ))}
          </div>
          <ListEnd
            shown={items.length}
            total={people.data?.pages[0]?.total}
            hasMore={people.hasNextPage}
            loading={people.isFetchingNextPage}
            more={() => void people.fetchNextPage()}
          />
        </>
      )}
    </>
  );
}
