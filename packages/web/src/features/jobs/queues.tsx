import { queues } from '@sallyport/server/contracts/jobs';
import { useAsk } from '../../app/ask.ts';
import { countText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

export function Queues() {
  const { t, said, language } = useWords();
  const found = useAsk(queues, {});
  if (found.error !== null) return <ProblemView error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  return (
    <>
      {found.data.items.map(
        ({ queue, title, waiting, running, retrying, nextAttemptAt, lastDoneAt, dead, schedule }) => (
          <div key={queue} className="row">
            <span className="row-title">{said(title)}</span>
            <span className={dead > 0 || retrying > 0 ? 'state' : 'state state-quiet'}>
              {dead > 0
                ? t('jobs.deadCount', { count: countText(dead, language) })
                : retrying > 0
                  ? t('jobs.retrying', { count: countText(retrying, language) })
                  : running > 0
                    ? t('jobs.running', { count: countText(running, language) })
                    : t('jobs.idle')}
            </span>
            <span className="row-more">
              <span>{t('jobs.waiting', { count: countText(waiting, language) })}</span>
              <span>{t(schedule === null ? 'jobs.whenSent' : 'jobs.byClock')}</span>
              {nextAttemptAt === null ? null : (
                <span>{t('jobs.nextAttempt', { when: momentText(nextAttemptAt, language) })}</span>
              )}
              <span>
                {lastDoneAt === null
                  ? t('jobs.neverDone')
                  : t('jobs.lastDone', { when: momentText(lastDoneAt, language) })}
              </span>
            </span>
          </div>
        ),
      )}
    </>
  );
}
