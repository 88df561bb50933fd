import { Button } from '@mantine/core';
import { leavingItems } from '@sallyport/server/contracts/people';
import { useAskPages } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { HandDuties } from './hand-duties.tsx';
import { HandItem } from './hand-item.tsx';
import { ItemText } from './item-text.tsx';

type Props = { readonly leaving: string; readonly handed: boolean; readonly count: number };

/** What is not handed over yet, or what is, page by page: how many there are stands over it. */
export function LeavingItems({ leaving, handed, count }: Props) {
  const { t } = useWords();
  const found = useAskPages(leavingItems, { leaving, handed });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useNames(
    'person',
    items.map(({ receiver }) => receiver),
  );
  const none = t(handed ? 'leaving.noneHanded' : 'leaving.allHanded');
  return (
    <Section title={t(handed ? 'leaving.handed' : 'leaving.open')}>
      <p>{count === 0 ? none : t('leaving.count', { count })}</p>
      <ProblemView error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {!handed && items.filter(({ what }) => what === 'duty').length > 1 ? <HandDuties leaving={leaving} /> : null}
      {items.map((item) =>
        handed ? (
          <div key={item.position} className="row still">
            <ItemText item={item} />
            <span className="row-more">
              <span>{t('leaving.handedTo', { name: names.get(item.receiver ?? '') ?? item.receiver ?? '' })}</span>
            </span>
          </div>
        ) : (
          <HandItem key={item.position} leaving={leaving} item={item} />
        ),
      )}
      {found.hasNextPage ? (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </Section>
  );
}
