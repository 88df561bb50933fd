import { Button } from '@mantine/core';
import { decidedKinds } from '@sallyport/core/access';
import { listFacts } from '@sallyport/server/contracts/register';
import { Link } from '@tanstack/react-router';
import { useAskPages } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { NoRightPage } from '../../app/no-right-page.tsx';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { mayRead, mayRecord, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import type { SentFields } from './fact-form.ts';
import { titleOf } from './title.ts';
import { useKind } from './use-kind.ts';

/** The facts of one kind. */
export function KindPage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const kind = useKind();
  const facts = useAskPages(listFacts, { kind: kind?.name ?? '' }, kind !== null && mayRead(kind, who));
  const items = facts.data?.pages.flatMap((page) => page.items) ?? [];
  const idIn = (fields: SentFields, field: string): string | null => {
    const id = fields[field];
    return typeof id === 'string' ? id : null;
  };
  const people = useNames(
    'person',
    items.map(({ fields }) => idIn(fields, 'person')),
  );
  const units = useNames(
    'unit',
    items.map(({ fields }) => idIn(fields, 'unit')),
  );
  if (kind === null) return <NotFoundPage />;
  if (!mayRead(kind, who)) return <NoRightPage />;

  const name = said(kind.label);
  const records = mayRecord(kind, who) && !decidedKinds.has(kind.name);
  const add = (
    <Button component={Link} to={`/register/${kind.name}/new`}>
      {t('register.add', { kind: name })}
    </Button>
  );
  return (
    <>
      <PageHead title={t('register.listOf', { kind: name })} note={said(kind.about)} action={records ? add : null} />
      {items.length === 0 ? null : <ExportLedger list="facts" filter={{ kind: kind.name }} />}
      <ProblemView error={facts.error} again={() => void facts.refetch()} />
      {facts.isPending ? (
        <Loading />
      ) : facts.error !== null ? null : items.length === 0 ? (
        <Empty title={t('register.noneYet', { kind: name })} note={t('register.noneNote')} />
      ) : (
        items.map(({ id, fields, happenedOn }) => (
          <Link key={id} to="/register/$kind/facts/$id" params={{ kind: kind.name, id }} className="row">
            <span className="row-title">{titleOf(kind, fields) ?? id}</span>
            <span>{dayText(happenedOn, language)}</span>
            <span className="row-more">
              <span>{id}</span>
              {[people.get(idIn(fields, 'person') ?? ''), units.get(idIn(fields, 'unit') ?? '')]
                .filter((known) => known !== undefined)
                .map((known) => (
                  <span key={known}>{known}</span>
                ))}
            </span>
          </Link>
        ))
      )}
      {facts.hasNextPage ? (
        <Button variant="default" mt="md" loading={facts.isFetchingNextPage} onClick={() => void facts.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </>
  );
}
