import { Button, Group, Text, TextInput } from '@mantine/core';
import { journalHead, searchEntries } from '@sallyport/server/contracts/journal';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useAskPages } from '../../app/ask.ts';
import { countText, dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { actionName } from './action-name.ts';
import { type Asked, type Filter, filterOf, noFilter } from './filter.ts';

/** What was done, by whom and when; each entry leads to its proof. */
export function JournalPage() {
  const { t, language } = useWords();
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [asked, setAsked] = useState<Asked>({});
  const head = useAsk(journalHead, {});
  const entries = useAskPages(searchEntries, asked);
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const field = (name: keyof Filter) => ({
    label: t(`journal.${name}`),
    value: filter[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setFilter({ ...filter, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <PageHead title={t('journal.title')} note={t('journal.note')} />
      {head.data === undefined ? null : (
        <Text fw={600} mb="md">
          {t('journal.head', { size: countText(head.data.size, language), waiting: head.data.waiting })}
          {head.data.sealedAt === null
            ? null
            : ` · ${t('journal.sealedAt', { when: momentText(head.data.sealedAt, language) })}`}
        </Text>
      )}
      {head.data?.witnesses.map(({ name, size, at }) => (
        <Text key={name} size="sm" mb="xs">
          {t('journal.cosigned', { name, size: countText(size, language), when: momentText(at, language) })}
        </Text>
      ))}
      {head.data?.witnesses.length === 0 ? (
        <Text size="sm" mb="md">
          {t('journal.unwitnessed')}
        </Text>
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(filterOf(filter));
        }}
      >
        <Group align="flex-end" mb="md">
          <TextInput {...field('action')} placeholder={t('journal.actionNote')} />
          <TextInput {...field('subject')} placeholder={t('journal.subjectNote')} style={{ flex: '1 1 16em' }} />
          <TextInput {...field('from')} type="date" />
          <TextInput {...field('until')} type="date" />
          <Button type="submit">{t('journal.find')}</Button>
        </Group>
      </form>
      <ExportLedger list="journal" filter={asked} />
      <ProblemView error={entries.error ?? head.error} again={() => void entries.refetch()} />
      {entries.isPending ? <Loading /> : null}
      {entries.isSuccess && items.length === 0 ? (
        <Empty title={t('journal.empty')} note={t('journal.emptyNote')} />
      ) : null}
      {items.map(({ id, action, subject, account, day, number }) => (
        <Link key={id} to="/journal/$id" params={{ id }} className="row">
          <span className="row-title">{actionName(action, language) ?? action}</span>
          <span>{number === null ? t('journal.unsealed') : t('journal.number', { number })}</span>
          <span className="row-more">
            <span>{dayText(day, language)}</span>
            {actionName(action, language) === null ? null : <span>{action}</span>}
            {subject === null ? null : <span>{subject}</span>}
            {account === null ? null : <span>{t('journal.account', { account })}</span>}
          </span>
        </Link>
      ))}
      {entries.hasNextPage ? (
        <Button
          variant="default"
          mt="md"
          loading={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {t('app.more')}
        </Button>
      ) : null}
    </>
  );
}
