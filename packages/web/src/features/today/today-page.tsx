import { Text } from '@mantine/core';
import { todaysDuties } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useAsk } from '../../app/ask.ts';
import { dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { type Names, useNames } from '../../app/names.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { type DutyItem, DutyRow, peopleIn } from '../duties/duty-row.tsx';
import { Backlog } from './backlog.tsx';
import { listBehind } from './behind.ts';
import { OpenFigures } from './open-figures.tsx';
import { Unread } from './unread.tsx';

// Asked of few organisations, and once.
const AskRegion = lazy(async () => ({ default: (await import('./ask-region.tsx')).AskRegion }));

/** What to do today: nothing that cannot be acted on, and the backlog apart. */
export function TodayPage() {
  const { t, language } = useWords();
  const { data, error, refetch } = useAsk(todaysDuties, {});
  const names = useNames(
    'person',
    peopleIn([...(data?.urgent ?? []), ...(data?.decide ?? []), ...(data?.conflicts ?? [])]),
  );
  if (error !== null) return <ProblemView whole error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { day, recomputingSince, urgent, decide, conflicts, open, backlog, programmeStart } = data;
  const [unplaced] = data.withoutRegion;
  return (
    <>
      <PageHead title={t('today.title')} note={t('today.asOf', { day: dayText(day, language) })} />
      {recomputingSince === null ? null : (
        <Text mb="md">{t('duties.recomputing', { since: momentText(recomputingSince, language) })}</Text>
      )}
      {unplaced === undefined ? null : (
        <Suspense>
          <AskRegion key={unplaced.id} organisation={unplaced} />
        </Suspense>
      )}
      <OpenFigures open={open} day={day} />
      <Section title={t('today.urgent')}>
        {urgent.length === 0 ? (
          <Empty title={t('today.nothing')} note={t('today.nothingNote')} />
        ) : (
          urgent.map((duty) => (
            <DutyRow key={`${duty.rule} ${duty.subject} ${duty.period ?? ''}`} duty={duty} names={names} />
          ))
        )}
        <p>
          <Link to="/duties">{t('today.all')}</Link>
        </p>
      </Section>
      <Unread />
      {decide.length + conflicts.length === 0 ? null : (
        <Section title={t('today.decide')}>
          <ToDecide note={t('today.decideNote')} duties={decide} names={names}>
            <p>
              <Link to="/duties" search={listBehind('review', day)}>
                {t('today.decideAll')}
              </Link>
            </p>
          </ToDecide>
          <ToDecide note={t('today.conflictNote')} duties={conflicts} names={names} />
        </Section>
      )}
      {programmeStart === null || backlog.length === 0 ? null : <Backlog start={programmeStart} lines={backlog} />}
    </>
  );
}

type ToDecideProps = {
  readonly note: string;
  readonly duties: readonly DutyItem[];
  readonly names: Names;
  readonly children?: ReactNode;
};

/** Duties that ask for a decision of one kind, and why they do. */
function ToDecide({ note, duties, names, children }: ToDecideProps) {
  if (duties.length === 0) return null;
  return (
    <>
      <Text c="dimmed" my="sm">
        {note}
      </Text>
      {duties.map((duty) => (
        <DutyRow key={`${duty.rule} ${duty.subject} ${duty.period ?? ''}`} duty={duty} names={names} />
      ))}
      {children}
    </>
  );
}
