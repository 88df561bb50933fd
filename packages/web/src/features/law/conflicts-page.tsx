import { Text } from '@mantine/core';
import { dutiesInConflict } from '@sallyport/server/contracts/duties';
import { listConflicts } from '@sallyport/server/contracts/law';
import { recordFact } from '@sallyport/server/contracts/register';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { Conflicts } from './conflicts.tsx';
import { ConflictsHere } from './conflicts-here.tsx';

/** Where one law demands what another restrains. */
export function ConflictsPage() {
  const { t } = useWords();
  const who = useMe();
  const { data, error, refetch } = useAsk(listConflicts, {});
  if (error !== null) return <ProblemView whole error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <>
      <p className="back">
        <Link to="/law">{t('law.title')}</Link>
      </p>
      <PageHead title={t('law.conflicts')} note={t('law.conflictsNote')} />
      <Text mb="md">
        {t('law.conflictsDecide')}{' '}
        {isAdmitted(recordFact.admits, who) ? (
          <Link to="/register/$kind" params={{ kind: 'conflictDecision' }} className="onward">
            {t('law.conflictsDecisions')}
          </Link>
        ) : null}
      </Text>
      {isAdmitted(dutiesInConflict.admits, who) ? <ConflictsHere /> : null}
      <Section title={t('law.conflictsPossible')}>
        {data.conflicts.length === 0 ? (
          <Empty title={t('law.noConflicts')} />
        ) : (
          <Conflicts conflicts={data.conflicts} />
        )}
      </Section>
    </>
  );
}
