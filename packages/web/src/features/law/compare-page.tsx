import { Button, Group, Text, TextInput } from '@mantine/core';
import { compareLaw } from '@sallyport/server/contracts/law';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { type CompareSearch, readCompareSearch } from './compare-search.ts';
import { Compared } from './compared.tsx';
import { EditionsCompared } from './editions-compared.tsx';

/** What changed in the law between two days. */
export function ComparePage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const days = readCompareSearch(useSearch({ strict: false }));
  const [chosen, choose] = useState<CompareSearch>(days);
  const { data, error, refetch } = useAsk(compareLaw, { from: days.from, to: days.to });
  const field = (name: 'from' | 'to', label: string) => (
    <TextInput
      type="date"
      required
      label={label}
      value={chosen[name]}
      onChange={(event) => choose({ ...chosen, [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <p className="back">
        <Link to="/law">{t('law.title')}</Link>
      </p>
      <PageHead title={t('law.compare')} note={t('law.compareNote')} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: '/law/compare', search: { ...days, from: chosen.from, to: chosen.to } });
        }}
      >
        <Group align="flex-end" mb="md">
          {field('from', t('law.compareFrom'))}
          {field('to', t('law.compareTo'))}
          <Button type="submit">{t('law.compareGo')}</Button>
        </Group>
      </form>
      <ProblemView error={error} again={() => void refetch()} />
      {error !== null ? null : data === undefined ? <Loading /> : <Compared compared={data} />}
      {data === undefined || error !== null ? null : (
        <Text c="dimmed" mt="md">
          {t('law.kept', { count: data.kept })}
        </Text>
      )}
      <EditionsCompared search={days} />
    </>
  );
}
