import { Button } from '@mantine/core';
import { deadLetters, retryJobs } from '@sallyport/server/contracts/jobs';
import { useAct, useAskPages } from '../../app/ask.ts';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';

/** What was tried often enough and given up: somebody mends the cause, then sets it going again. */
export function DeadJobs() {
  const { t, said, language } = useWords();
  const found = useAskPages(deadLetters, {});
  const retry = useAct(retryJobs);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (found.error !== null) return <ProblemView error={found.error} again={() => void found.refetch()} />;
  if (found.isPending) return <Loading />;
  return (
    <>
      <ProblemView error={retry.error} />
      {items.length === 0 ? <Empty title={t('jobs.noneDead')} note={t('jobs.noneDeadNote')} /> : null}
      {items.length === 0 ? null : <ExportLedger list="jobs" filter={{}} />}
      {items.map(({ job, title, failedAt, attempts, why }) => (
        <div key={job} className="row">
          <span className="row-title">{said(title)}</span>
          <Button variant="default" size="compact-sm" loading={retry.isPending} onClick={() => retry.mutate({ job })}>
            {t('jobs.retryOne')}
          </Button>
          <span className="row-more">
            <span>{t('jobs.failedAt', { when: momentText(failedAt, language) })}</span>
            <span>{t('jobs.attempts', { count: attempts })}</span>
            {why === null ? null : <span>{t('app.reference', { code: why })}</span>}
          </span>
        </div>
      ))}
      {found.hasNextPage ? (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
      {items.length < 2 ? null : (
        <Button variant="default" mt="md" ml="sm" loading={retry.isPending} onClick={() => retry.mutate({ job: null })}>
          {t('jobs.retryAll')}
        </Button>
      )}
    </>
  );
}
