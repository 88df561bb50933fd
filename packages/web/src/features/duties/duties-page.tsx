import { Text } from '@mantine/core';
import { assignDuties, listDuties, summarizeDuties } from '@sallyport/server/contracts/duties';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { isBeingWritten } from '../../ui/written.ts';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { BacklogLine } from './backlog-line.tsx';
import { ChosenContext, useChoosing } from './chosen.ts';
import { DutyGroups } from './duty-groups.tsx';
import { DutyList } from './duty-list.tsx';
import { type ChangeSearch, DutyFilters } from './filters.tsx';
import { InstrumentFigures } from './instrument-figures.tsx';
import { filterOf, readListSearch } from './search.ts';
import { DutyViews } from './views.tsx';

const BulkBar = lazy(async () => ({ default: (await import('./bulk-bar.tsx')).BulkBar }));

/** What the organisation has to do, the most urgent first. */
export function DutiesPage() {
  const { t, language } = useWords();
  const search = readListSearch(useSearch({ strict: false }));
  const navigate = useNavigate();

  const summary = useAsk(summarizeDuties, {});
  const since = summary.data?.recomputingSince ?? null;
  const change: ChangeSearch = useCallback(
    (next) =>
      void navigate({
        to: '/duties',
        search: (before: Record<string, unknown>) => readListSearch({ ...before, ...next }),
        replace: isBeingWritten(next),
      }),
    [navigate],
  );
  const instruments = summary.data?.instruments ?? [];
  const filter = filterOf(search);
  const mayAct = isAdmitted(assignDuties.admits, useMe());
  const chosen = useChoosing();
  // From the first choice on: what was done with the last ones is still told when none is chosen any more.
  const [acting, setActing] = useState(false);
  if (!acting && chosen.duties.size > 0) setActing(true);
  // How many the filter leaves, where something is chosen and all of it can be.
  const counted = useAsk(listDuties, { ...filter, limit: 1 }, { enabled: mayAct && chosen.duties.size > 0 });
  return (
    <>
      <PageHead
        title={t('duties.title')}
        note={
          <>
            {summary.data === undefined ? null : `${t('duties.asOf', { day: dayText(summary.data.day, language) })} · `}
            {t('duties.owedByUnit')}
          </>
        }
      />
      {since === null ? null : <Text>{t('duties.recomputing', { since: momentText(since, language) })}</Text>}
      <ProblemView error={summary.error} />
      {summary.data === undefined ? null : <InstrumentFigures instruments={instruments} />}
      <DutyViews search={search} />
      <DutyFilters filter={search} instruments={instruments} onChange={change} />
      {search.rule === undefined ? null : <OnlyRule rule={search.rule} />}
      <BacklogLine search={search} />
      <ExportLedger list="duties" filter={filter} />
      <ChosenContext value={mayAct ? chosen : null}>
        <div role="region" aria-label={t('duties.list')}>
          {search.group === undefined || search.group === 'week' ? (
            <DutyList filter={filter} byWeek={search.group === 'week'} />
          ) : (
            <DutyGroups by={search.group} filter={filter} />
          )}
        </div>
      </ChosenContext>
      <Text c="dimmed" size="sm" mt="md">
        {t(mayAct ? 'duties.keysChoose' : 'duties.keys')}
      </Text>
      {mayAct && acting ? (
        <Suspense fallback={null}>
          <BulkBar chosen={chosen} filter={filter} total={counted.data?.total ?? null} />
        </Suspense>
      ) : null}
    </>
  );
}

function OnlyRule({ rule }: { readonly rule: string }) {
  const { t, said } = useWords();
  const first = useAsk(listDuties, { rule, limit: 1 }, { staleTime: 600_000 });
  const title = first.data?.items[0]?.title;
  return (
    <Text mb="md">
      {t('duties.onlyRule', { rule: title === undefined ? rule : said(title) })}{' '}
      <Link to="/duties" search={{}}>
        {t('duties.allRules')}
      </Link>
    </Text>
  );
}
