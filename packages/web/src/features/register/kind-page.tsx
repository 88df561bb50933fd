import { Button, Group } from '@mantine/core';
import { isRecordedByHand } from '@sallyport/core/access';
import { listFacts } from '@sallyport/server/contracts/register';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useAskPages } from '../../app/ask.ts';
import { dayText, headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { NoRightPage } from '../../app/no-right-page.tsx';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { mayRead, mayRecord, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { SearchBox } from '../../ui/list-controls.tsx';
import { readFoundSearch, soughtIn } from '../../ui/list-search.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { isBeingWritten } from '../../ui/written.ts';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { personIn, titleOf } from './title.ts';
import { useKind } from './use-kind.ts';

/** The facts of one kind. */
export function KindPage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const kind = useKind();
  const navigate = useNavigate();
  const { find } = readFoundSearch(useSearch({ strict: false }));
  const sought = soughtIn(find);
  const asked = { kind: kind?.name ?? '', ...(sought === undefined ? {} : { search: sought }) };
  const change = useCallback(
    (next: { readonly find: string | undefined }): void =>
      void navigate({ to: '.', search: readFoundSearch({ ...next }), replace: isBeingWritten(next) }),
    [navigate],
  );
  const facts = useAskPages(listFacts, asked, kind !== null && mayRead(kind, who));
  const items = facts.data?.pages.flatMap((page) => page.items) ?? [];
  const people = useNames(
    'person',
    items.map(({ fields }) => personIn(fields)),
  );
  const units = useNames(
    'unit',
    items.map(({ fields }) => (typeof fields['unit'] === 'string' ? fields['unit'] : null)),
  );
  if (kind === null) return <NotFoundPage />;
  if (!mayRead(kind, who)) return <NoRightPage />;

  const name = headed(said(kind.label));
  const records = mayRecord(kind, who) && isRecordedByHand(kind.name);
  const add = (
    <Button component={Link} to={`/register/${kind.name}/new`}>
      {t('register.add', { kind: name })}
    </Button>
  );
  return (
    <>
      <PageHead title={t('register.listOf', { kind: name })} note={said(kind.about)} action={records ? add : null} />
      <Group mb="md">
        <SearchBox label={t('register.find')} note={t('register.findNote')} value={find} onChange={change} />
      </Group>
      {items.length === 0 ? null : <ExportLedger list="facts" filter={asked} />}
      <ProblemView error={facts.error} again={() => void facts.refetch()} />
      {facts.isPending ? (
        <Loading />
      ) : facts.error !== null ? null : items.length === 0 ? (
        <Empty
          title={t(sought === undefined ? 'register.noneYet' : 'register.noneFound', { kind: name })}
          note={sought === undefined ? t('register.noneNote') : t('register.noneFoundNote')}
        />
      ) : (
        items.map(({ id, fields, happenedOn }) => {
          // A fact without a name of its own is found by whom it is about.
          const person = people.get(personIn(fields) ?? '');
          const title = titleOf(kind, fields) ?? person ?? id;
          return (
            <Link key={id} to="/register/$kind/facts/$id" params={{ kind: kind.name, id }} className="row">
              <span className="row-title">{title}</span>
              <span>{dayText(happenedOn, language)}</span>
              <span className="row-more">
                {[id, person, units.get(String(fields['unit']))]
                  .filter((known) => known !== undefined && known !== title)
                  .map((known) => (
                    <span key={known}>{known}</span>
                  ))}
              </span>
            </Link>
          );
        })
      )}
      {facts.hasNextPage ? (
        <Button variant="default" mt="md" loading={facts.isFetchingNextPage} onClick={() => void facts.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </>
  );
}
