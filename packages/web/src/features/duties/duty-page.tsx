import { Text } from '@mantine/core';
import { gateActName } from '@sallyport/core/duties';
import { dutiesAsOf, explainDuty, showDuty } from '@sallyport/server/contracts/duties';
import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { isAdmitted, useMe } from '../../app/session.ts';
import { FactLink } from '../../ui/fact-link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { ConflictSection } from '../acts/conflict.tsx';
import { PutOffSection } from '../acts/put-off.tsx';
import { ReviewSection } from '../acts/review.tsx';
import { FileList } from '../files/file-list.tsx';
import { ClauseLink } from '../law/clause-link.tsx';
import { SureMark } from '../law/sure-mark.tsx';
import { DutyFacts } from './duty-facts.tsx';
import { DutyHistory } from './duty-history.tsx';
import { DutyRow, peopleIn } from './duty-row.tsx';
import { Explanation } from './explanation.tsx';
import { readDutyKey } from './search.ts';
import { StateMark } from './state-mark.tsx';

// Forms on paper are fetched after the page: most people come to read.
const PrintForms = lazy(async () => ({ default: (await import('../forms/print-forms.tsx')).PrintForms }));

/** Of what is settled nothing has to be put off. */
const notSettled: ReadonlySet<string> = new Set(['pending', 'overdue', 'missed', 'review', 'breached', 'unclear']);

/** One duty down to its clause and its evidence. */
export function DutyPage() {
  const { t, said } = useWords();
  const who = useMe();
  const { rule, subject, period } = readDutyKey(useSearch({ strict: false }));
  const key = { rule, subject, period: period ?? null };
  const shown = useAsk(showDuty, key);
  // On its way together with the duty: `Explanation` reads it from there.
  useAsk(explainDuty, key);
  const listed = shown.data === undefined ? [] : [shown.data.duty, ...shown.data.group.members];
  const people = useNames('person', peopleIn(listed));
  const organisations = useNames(
    'organisation',
    listed.flatMap(({ bearer, kind, subject }) => [bearer, kind === 'organisation' ? subject : null]),
  );

  if (shown.error !== null) return <ProblemView whole error={shown.error} again={() => void shown.refetch()} />;
  if (shown.data === undefined) return <Loading />;
  const names = new Map([...people, ...organisations]);
  const { duty, clauses, evidence, group, gates, history, answerable, putOff, review, conflicts } = shown.data;
  return (
    <>
      <p className="back">
        <Link to="/duties">{t('app.back')}</Link>
      </p>
      <PageHead title={said(duty.title)} note={t('duties.owedByUnit')} action={<StateMark status={duty.status} />} />

      <Section title={t('duty.why')}>
        <Explanation duty={key} people={people} />
      </Section>

      <ConflictSection duty={key} conflicts={conflicts} />

      {review === null ? null : <ReviewSection duty={key} review={review} />}

      <Section title={t('duty.facts')}>
        <DutyFacts duty={duty} answerable={answerable} names={names} />
      </Section>

      <Section title={t('duty.clauses')}>
        <ul>
          {clauses.map(({ id, name, sureness }) => (
            <li key={id}>
              <ClauseLink clause={id} name={name} /> <SureMark sureness={sureness} />
            </li>
          ))}
        </ul>
      </Section>

      <Section title={t('duty.evidence')}>
        {evidence.length === 0 ? (
          <Text c="dimmed">{t('duty.noEvidence')}</Text>
        ) : (
          <ul>
            {evidence.map(({ kind, id }) => (
              <li key={id}>
                <FactLink kind={kind} id={id} />
                <FileList kind={kind} id={id} />
              </li>
            ))}
          </ul>
        )}
      </Section>

      {papers([{ kind: duty.kind, id: duty.subject }, ...evidence]).map(({ kind, id }) => (
        <Suspense key={`${kind} ${id}`}>
          <PrintForms kind={kind} id={id} />
        </Suspense>
      ))}

      {gates.length === 0 ? null : (
        <Section title={t('duty.gates')}>
          <ul>
            {gates.map(({ gate, opens, overridden, conflict }) => (
              <li key={gate}>
                {t(gateKey({ opens, overridden, conflict }), {
                  gate: said(gateActName(gate)),
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}

      <PutOffSection
        duty={key}
        putOff={putOff}
        open={notSettled.has(duty.status)}
        aside={
          (review !== null && review.may !== null) ||
          conflicts.some(({ decision, waiting }) => (decision ?? waiting) === null)
        }
      />

      {group.members.length < 2 ? null : (
        <Section title={t('duty.group')}>
          <Text c="dimmed" mb="sm">
            {t('duty.groupNote')}
          </Text>
          {group.members.map((member) => (
            <DutyRow key={member.rule} duty={member} names={names} />
          ))}
        </Section>
      )}

      <Section title={t('duty.history')}>
        <Text c="dimmed" mb="sm">
          {t('duty.historyNote')}
        </Text>
        <DutyHistory history={history} />
        {isAdmitted(dutiesAsOf.admits, who) ? (
          <p>
            <Link to="/as-of" search={{ rule, mode: 'known' as const }}>
              {t('asOf.link')}
            </Link>
          </p>
        ) : null}
      </Section>
    </>
  );
}

type GateState = { readonly opens: boolean; readonly overridden: boolean; readonly conflict: boolean };

function gateKey({ opens, overridden, conflict }: GateState) {
  if (conflict) return 'duty.gateConflict';
  if (overridden) return 'duty.gateOverridden';
  return opens ? 'duty.gateOpen' : 'duty.gateClosed';
}

type Named = { readonly kind: string; readonly id: string };

/** What of a duty can be printed: what it hangs on and what shows that it is met, each once. */
const papers = (facts: readonly Named[]): readonly Named[] =>
  facts.filter((one, at) => facts.findIndex(({ kind, id }) => kind === one.kind && id === one.id) === at);
