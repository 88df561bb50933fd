import { Button, Text } from '@mantine/core';
import { closeFeed, feeds } from '@sallyport/server/contracts/notices';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { NewFeed } from './new-feed.tsx';

/** Calendar feeds of one's own: none until one opens it, and each can be ended. */
export function Feeds() {
  const { t, language } = useWords();
  const { person } = useMe();
  const found = useAsk(feeds, {});
  const end = useAct(closeFeed);
  const [opening, setOpening] = useState(false);
  if (person === null) return <Text c="dimmed">{t('notices.feedsNoPerson')}</Text>;
  if (found.error !== null) return <ProblemView error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const { allowed, items } = found.data;
  if (!allowed && items.length === 0)
    return <Empty title={t('notices.feedsClosed')} note={t('notices.feedsClosedNote')} />;
  return (
    <>
      <Text c="dimmed" maw={440}>
        {t('notices.feedsNote')}
      </Text>
      <ProblemView error={end.error} />
      {items.length === 0 && !opening ? <Text my="sm">{t('notices.feedsNone')}</Text> : null}
      {items.map(({ feed, label, language: words, madeOn, endsOn, usedOn }) => (
        <div key={feed} className="row">
          <span className="row-title">{label}</span>
          <Button variant="default" size="compact-sm" loading={end.isPending} onClick={() => end.mutate({ feed })}>
            {t('notices.feedEnd')}
          </Button>
          <span className="row-more">
            <span>{t(`notices.${words}`)}</span>
            <span>{t('notices.feedMade', { day: dayText(madeOn, language) })}</span>
            <span>
              {usedOn === null ? t('notices.feedUnused') : t('notices.feedUsed', { day: dayText(usedOn, language) })}
            </span>
            <span>{t('notices.feedEnds', { day: dayText(endsOn, language) })}</span>
          </span>
        </div>
      ))}
      {opening ? (
        <NewFeed onDone={() => setOpening(false)} />
      ) : allowed ? (
        <Button variant="default" mt="sm" onClick={() => setOpening(true)}>
          {t('notices.feedNew')}
        </Button>
      ) : null}
    </>
  );
}
