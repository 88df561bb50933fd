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
import { accountText } from './account-text.ts';
import { EntryFields } from './entry-fields.tsx';
import { subjectText } from './subject-text.ts';
import { useActionNames } from './use-action-names.ts';

// What checks is fetched with the first entry that is looked at.
const VerifiedProof = lazy(async () => ({ default: (await import('./proof/verified-proof.tsx')).VerifiedProof }));

/** One entry with its commitments, and its proof computed by whoever looks at it. */
export function EntryPage() {
  const { t, language } = useWords();
  const { nameOf } = useActionNames();
  const { id = '' } = useParams({ strict: false });
  const entry = useAsk(oneEntry, { id });
  if (entry.error !== null) return <ProblemView whole error={entry.error} again={() => void entry.refetch()} />;
  if (entry.data === undefined) return <Loading />;
  const { action, day, subject, number, account, by, fields, proof, body } = entry.data;
  return (
    <>
      <p className="back">
        <Link to="/journal">{t('app.back')}</Link>
      </p>
      <PageHead
        title={nameOf(action)}
        note={[
          dayText(day, language),
          number === null ? t('journal.unsealed') : t('journal.number', { number }),
          subject === null ? null : subjectText(subject, language, t),
          account === null ? null : accountText(account, by, t),
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
        <EntryFields fields={fields} subject={subject} />
      </Section>
      <Section title={t('journal.body')}>
        <pre className="wide" tabIndex={0}>
          {body}
        </pre>
      </Section>
    </>
  );
}
