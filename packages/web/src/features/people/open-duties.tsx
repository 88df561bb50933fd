import { Button, Text } from '@mantine/core';
import { listDuties } from '@sallyport/server/contracts/duties';
import { useAskPages } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { DutyRow, peopleIn } from '../duties/duty-row.tsx';

/** What is still to be done about somebody: owed by the unit. */
export function OpenDuties({ person }: { readonly person: string }) {
  const { t } = useWords();
  const admitted = isAdmitted(listDuties.admits, useMe());
  const asked = { person, status: ['overdue', 'review', 'unclear', 'pending'] as const, limit: 20 };
  const duties = useAskPages(listDuties, { ...asked, status: [...asked.status] }, admitted);
  const items = duties.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useNames('person', peopleIn(items));
  if (!admitted) return null;
  return (
    <Section title={t('people.duties')}>
      <Text c="dimmed" mb="sm">
        {t('duties.owedByUnit')}
      </Text>
      <ProblemView error={duties.error} again={() => void duties.refetch()} />
      {duties.isPending ? <Loading /> : null}
      {duties.isSuccess && items.length === 0 ? <Text>{t('people.noDuties')}</Text> : null}
      {items.map((duty) => (
        <DutyRow key={`${duty.rule} ${duty.subject} ${duty.period ?? ''}`} duty={duty} names={names} />
      ))}
      {duties.hasNextPage ? (
        <Button variant="default" mt="md" onClick={() => void duties.fetchNextPage()}>
          {t('app.more')}
        </Button>
      ) : null}
    </Section>
  );
}
