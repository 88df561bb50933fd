import { Text } from '@mantine/core';
import { oneEntry } from '@sallyport/server/contracts/journal';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { actionName } from './action-name.ts';
import { EntryFields } from './entry-fields.tsx';

// What checks is fetched with the first entry that is looked at.
const VerifiedProof = lazy(async () => ({ default: (await import('./proof/verified-proof.tsx')).VerifiedProof }));

/** One entry with its commitments, and its proof computed by whoever looks at it. */
export function EntryPage() {
  const { t, language } = useWords();
  const { id = '' } = useParams({ strict: false });
  const entry = useAsk(oneEntry, { id });
  if (entry.error !== null) return <ProblemView whole error={entry.error} again={() => void entry.refetch()} />;
  if (entry.data === undefined) return <Loading />;
  const { action, day, subject, number, account, fields, proof, body } = entry.data;
  return (
    <>
      <p className="back">
        <Link to="/journal">{t('app.back')}</Link>
      </p>
      <PageHead
        title={actionName(action, language) ?? `${t('journal.entry')} · ${action}`}
        note={[
          action,
          dayText(day, language),
          number === null ? t('journal.unsealed') : t('journal.number', { number }),
          subject,
          account === null ? null : t('journal.account', { account }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      />
      <Section title={t('journal.proof')}>
        {proof === null ? (
          <Text>{t('journal.noProof')}</Text>
        ) : (
          <Suspense fallback={<Loading />}>
            <VerifiedProof key={id} id={id} entry={entry.data} />
          </Suspense>
        )}
        {proof === null ? null : (
          <pre className="wide" tabIndex={0}>
            {proof.checkpoint}
          </pre>
        )}
      </Section>
      <Section title={t('journal.fields')}>
        <EntryFields fields={fields} />
      </Section>
      <Section title={t('journal.body')}>
        <pre className="wide" tabIndex={0}>
          {body}
        </pre>
      </Section>
    </>
  );
}
