import { Text } from '@mantine/core';
import { showEdition } from '@sallyport/server/contracts/law';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { EditionFacts } from './edition-facts.tsx';
import { LawDay } from './law-day.tsx';
import { Provisions } from './provisions.tsx';
import { dayOf } from './search.ts';
import { useLawSearch } from './use-law-search.ts';

/** One instrument with all of its clauses. */
export function EditionPage() {
  const { t, said } = useWords();
  const { edition = '' } = useParams({ strict: false });
  const [search] = useLawSearch();
  const { data, error, refetch } = useAsk(showEdition, { edition, ...dayOf(search) });
  if (error !== null) return <ProblemView whole error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <>
      <p className="back">
        <Link to="/law" search={dayOf(search)}>
          {t('law.title')}
        </Link>
      </p>
      <PageHead title={said(data.title)} note={t(`law.kind.${data.kind}`)} />
      <LawDay asOf={data.asOf} />
      <EditionFacts shown={data} />
      <Section title={t('law.whereText')}>
        <Text>{said(data.whereText)}</Text>
        <details>
          <summary>{t('law.sources')}</summary>
          <ul>
            {data.sources.map((source) => (
              <li key={source.en}>{said(source)}</li>
            ))}
          </ul>
        </details>
      </Section>
      <Section title={t('law.provisions')}>
        <ExportLedger list="clauses" filter={{ edition }} />
        <Provisions provisions={data.provisions} />
      </Section>
    </>
  );
}
