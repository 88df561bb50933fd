import { Text } from '@mantine/core';
import { findDoubles } from '@sallyport/server/contracts/people';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { Merges } from './merges.tsx';

/** People who may be registered twice, and the merges of the last weeks. */
export function DoublesPage() {
  const { t } = useWords();
  return (
    <>
      <p className="back">
        <Link to="/people">{t('app.back')}</Link>
      </p>
      <PageHead title={t('merges.title')} note={t('merges.note')} />
      <Section title={t('merges.likely')}>
        <Pairs />
      </Section>
      <Section title={t('merges.before')}>
        <Merges states={['asked', 'merged', 'undone', 'declined']} none={t('merges.none')} />
      </Section>
    </>
  );
}

function Pairs() {
  const { t } = useWords();
  const found = useAsk(findDoubles, {});
  const pairs = found.data?.pairs ?? [];
  const units = useNames(
    'unit',
    pairs.flatMap(({ one, other }) => [one.unit, other.unit]),
  );
  if (found.error !== null) return <ProblemView error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  if (pairs.length === 0) return <Empty title={t('merges.noPairs')} note={t('merges.noPairsNote')} />;
  const said = ({ id, unit }: { readonly id: string; readonly unit: string | null }): string =>
    unit === null ? id : `${id}（${units.get(unit) ?? unit}）`;
  return (
    <>
      {pairs.map(({ because, one, other }) => (
        <Link
          key={`${because} ${one.id} ${other.id}`}
          to="/people/merge"
          search={{ keep: one.id, drop: other.id }}
          className="row"
        >
          <span className="row-title">{one.name === other.name ? one.name : `${one.name} · ${other.name}`}</span>
          <span>{t(`merges.because.${because}`)}</span>
          <span className="row-more">
            <span>{said(one)}</span>
            <span>{said(other)}</span>
          </span>
        </Link>
      ))}
      {found.data.more ? <Text c="dimmed">{t('merges.more')}</Text> : null}
    </>
  );
}
