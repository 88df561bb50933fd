import { Alert, Text } from '@mantine/core';
import { gateActName } from '@sallyport/core/duties';
import { dutiesAsOf, explainDuty, showDuty } from '@sallyport/server/contracts/duties';
import { Link, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { isAdmitted, useMe } from '../../app/session.ts';
import { FactLink } from '../../ui/fact-link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { PutOffSection } from '../acts/put-off.tsx';
import { FileList } from '../files/file-list.tsx';
import { PrintForms } from '../forms/print-forms.tsx';
import { ClauseLink } from '../law/clause-link.tsx';
import { SureMark } from '../law/sure-mark.tsx';
import { DutyFacts } from './duty-facts.tsx';
import { DutyHistory } from './duty-history.tsx';
import { DutyRow, peopleIn } from './duty-row.tsx';
import { readDutyKey } from './search.ts';
import { StateMark } from './state-mark.tsx';

/** Of what is settled nothing has to be put off. */
const notSettled: ReadonlySet<string> = new Set(['pending', 'overdue', 'missed', 'review', 'breached', 'unclear']);

/** One duty down to its clause and its evidence. */
export function DutyPage() {
  const { t, said, language } = useWords();
  const who = useMe();
  const { rule, subject, period } = readDutyKey(useSearch({ strict: false }));
  const key = { rule, subject, period: period ?? null };
  const shown = useAsk(showDuty, key);
  const explained = useAsk(explainDuty, key);
  const names = useNames(
    'person',
    peopleIn(shown.data === undefined ? [] : [shown.data.duty, ...shown.data.group.members]),
  );

  if (shown.error !== null) return <ProblemView whole error={shown.error} again={() => void shown.refetch()} />;
  if (shown.data === undefined) return <Loading />;
  const { duty, clauses, evidence, group, gates, history, answerable, putOff } = shown.data;
  return (
    <>
      <p className="back">
        <Link to="/duties">{t('app.back')}</Link>
      </p>
      <PageHead title={said(duty.title)} note={t('duties.owedByUnit')} action={<StateMark status={duty.status} />} />

      <Section title={t('duty.why')}>
        {explained.isPending ? <Loading /> : null}
        <ProblemView error={explained.error} />
        {explained.data?.agrees === false ? <Alert color="yellow">{t('duty.disagreed')}</Alert> : null}
        {explained.data?.[language].sentences.map(({ topic, text }) => (
          <Text key={`${topic} ${text}`} my={6}>
            {text}
          </Text>
        ))}
      </Section>

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

      {evidence.map(({ kind, id }) => (
        <PrintForms key={id} kind={kind} id={id} />
      ))}

      {gates.length === 0 ? null : (
        <Section title={t('duty.gates')}>
          <ul>
            {gates.map(({ gate, opens, overridden }) => (
              <li key={gate}>
                {t(overridden ? 'duty.gateOverridden' : opens ? 'duty.gateOpen' : 'duty.gateClosed', {
                  gate: said(gateActName(gate)),
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}

      <PutOffSection duty={key} putOff={putOff} open={notSettled.has(duty.status)} />

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
