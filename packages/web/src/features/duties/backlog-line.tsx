import { Text } from '@mantine/core';
import { listDuties } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { countText, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { filterOf, type ListSearch } from './search.ts';

/** What fell due before the programme started and was not done: how many of it the filter leaves, and the way to it and back. */
export function BacklogLine({ search }: { readonly search: ListSearch }) {
  const { t, language } = useWords();
  const apart = filterOf({ ...search, backlog: 'with' });
  const isOnly = search.backlog === 'only';
  const { data } = useAsk(listDuties, { ...apart, backlog: 'apart', limit: 1 });
  const backlog = data?.backlog ?? null;
  if (backlog === null || (backlog.count === 0 && !isOnly)) return null;
  const many = countText(backlog.count, language);
  return (
    <Text mb="md" role="note">
      {t(
        isOnly
          ? 'duties.backlogOnly'
          : search.status === 'all' || search.backlog === 'with'
            ? 'duties.backlogWith'
            : 'duties.backlogApart',
        {
          day: dayText(backlog.before, language),
          count: backlog.more ? t('duties.backlogMore', { count: many }) : many,
        },
      )}{' '}
      <Link to="/duties" search={{ ...search, backlog: isOnly ? undefined : 'only' }} className="onward">
        {t(isOnly ? 'duties.backlogBack' : 'duties.backlogOpen')}
      </Link>
    </Text>
  );
}
