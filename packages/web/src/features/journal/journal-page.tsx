import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { journalHead, searchEntries } from '@sallyport/server/contracts/journal';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useAskPages } from '../../app/ask.ts';
import { countText, dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { accountText } from './account-text.ts';
import { askedOf, type JournalSearch, readJournalSearch } from './search.ts';
import { subjectKinds, subjectText } from './subject-text.ts';
import { useActionNames } from './use-action-names.ts';

/** What was done, by whom and when; each entry leads to its proof. */
export function JournalPage() {
  const { t, language } = useWords();
  const actions = useActionNames();
  const navigate = useNavigate();
  const search = readJournalSearch(useSearch({ strict: false }));
  const asked = askedOf(search);
  // The fields follow the address: a link, a step back.
  const address = JSON.stringify(search);
  const [written, write] = useState({ address, fields: search });
  const filter = written.address === address ? written.fields : search;
  const head = useAsk(journalHead, {});
  const entries = useAskPages(searchEntries, asked);
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const field = (name: keyof JournalSearch) => ({
    label: t(name === 'number' ? 'journal.numberOf' : `journal.${name}`),
    value: filter[name] ?? '',
    onChange: (event: { currentTarget: { value: string } }) =>
      write({ address, fields: { ...filter, [name]: event.currentTarget.value } }),
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
        className="no-print"
        onSubmit={(event) => {
          event.preventDefault();
          const next = readJournalSearch(filter);
          write({ address: JSON.stringify(next), fields: next });
          void navigate({ to: '/journal', search: next });
        }}
      >
        <Group align="flex-end" mb="md">
          <NativeSelect
            {...field('action')}
            data={[{ value: '', label: t('journal.anyAction') }, ...actions.choices]}
            style={{ flex: '2 1 14em' }}
          />
          <NativeSelect
            {...field('kind')}
            required={(filter.number ?? '') !== ''}
            data={[{ value: '', label: t('journal.anyKind') }, ...subjectKinds(language, t)]}
            style={{ flex: '1 1 10em' }}
          />
          <TextInput
            {...field('number')}
            required={(filter.kind ?? '') !== ''}
            placeholder={t('journal.numberNote')}
            style={{ flex: '1 1 10em' }}
          />
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
      {items.map(({ id, action, subject, account, by, day, number }) => (
        <Link key={id} to="/journal/$id" params={{ id }} className="row">
          <span className="row-title">{actions.nameOf(action)}</span>
          <span>{number === null ? t('journal.unsealed') : t('journal.number', { number })}</span>
          <span className="row-more">
            <span>{dayText(day, language)}</span>
            {subject === null || subject === `account/${account}` ? null : (
              <span>{subjectText(subject, language, t)}</span>
            )}
            {account === null ? null : <span>{accountText(account, by, t)}</span>}
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
