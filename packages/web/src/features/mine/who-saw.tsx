import { Button, Text } from '@mantine/core';
import { whoSaw } from '@sallyport/server/contracts/privacy';
import { useAskPages } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useMe } from '../../app/session.ts';
import { useDeeds } from '../../app/use-deeds.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

/** Who looked at the reader's data, to the day. */
export function WhoSaw() {
  const { t, language } = useWords();
  const { account } = useMe();
  const { deedName } = useDeeds();
  const seen = useAskPages(whoSaw, {});
  if (seen.error !== null) return <ProblemView error={seen.error} />;
  if (seen.data === undefined) return <Loading />;
  const items = seen.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Text>{t('mine.seenByNobody')}</Text>;
  return (
    <>
      <ul>
        {items.map(({ day, viewer, name, query }) => (
          <li key={`${day} ${viewer} ${query}`}>
            {t('mine.seenBy', {
              day: dayText(day, language),
              viewer: viewer === account ? t('mine.you') : (name ?? viewer),
              what: deedName(query, language) ?? query,
            })}
          </li>
        ))}
      </ul>
      {seen.hasNextPage ? (
        <Button variant="default" loading={seen.isFetchingNextPage} onClick={() => void seen.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </>
  );
}
