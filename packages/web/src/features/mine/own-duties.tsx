import { Button, Text } from '@mantine/core';
import { listDuties } from '@sallyport/server/contracts/duties';
import { useAskPages } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { DutyRow, peopleIn } from '../duties/duty-row.tsx';

export function OwnDuties({ person }: { readonly person: string }) {
  const { t } = useWords();
  const duties = useAskPages(listDuties, { person, status: ['pending', 'overdue', 'unclear', 'review'], limit: 20 });
  const items = duties.data?.pages.flatMap((page) => page.items) ?? [];
  const others = useNames('person', peopleIn(items));
  // Of what is about the reader the kind is enough: its number says nothing to them, and the duty and its days tell them apart.
  const own = items.flatMap(({ kind, subject }): [string, string][] => (kind === 'person' ? [] : [[subject, '']]));
  const names = new Map([...own, ...others, [person, t('mine.you')]]);
  return (
    <Section title={t('mine.duties')}>
      <Text c="dimmed" mb="sm">
        {t('duties.owedByUnit')}
      </Text>
      <ProblemView error={duties.error} />
      {duties.isPending ? <Loading /> : null}
      {duties.isSuccess && items.length === 0 ? <Text>{t('mine.noDuties')}</Text> : null}
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
