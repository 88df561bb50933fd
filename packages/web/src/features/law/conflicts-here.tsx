import { Text } from '@mantine/core';
import { dutiesInConflict } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { FactName } from '../../ui/fact-name.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { keyOf } from '../duties/duty-row.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';

/** Duties of the organisation that stand in a conflict, undecided ones first; each is decided on its own page. */
export function ConflictsHere() {
  const { t, said } = useWords();
  const { data, error, refetch } = useAsk(dutiesInConflict, {});
  return (
    <Section title={t('law.conflictsHere')}>
      {data === undefined || data.conflicts.length === 0 ? null : <ExportLedger list="conflicts" filter={{}} />}
      <ProblemView error={error} again={() => void refetch()} />
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : null
      ) : data.conflicts.length === 0 ? (
        <Text c="dimmed">{t('law.conflictsNoneHere')}</Text>
      ) : (
        data.conflicts.map(({ act, name, duty, decision, restraining }) => (
          <Link
            key={`${act} ${duty.rule} ${duty.subject} ${duty.period ?? ''}`}
            to="/duty"
            search={keyOf(duty)}
            className="row"
          >
            <span className="row-title">{said(duty.title)}</span>
            <span className={decision === null ? 'state' : 'state state-quiet'}>
              {decision === null
                ? t('conflict.undecided')
                : t('conflict.decided', { way: t(`conflict.${decision.decision}`) })}
            </span>
            <span className="row-more">
              <span>{said(name)}</span>
              <FactName kind={duty.kind} id={duty.subject} withKind />
              {restraining.map((rule) => (
                <span key={rule.rule}>{said(rule.title)}</span>
              ))}
            </span>
          </Link>
        ))
      )}
      {data?.more === true ? <Text c="dimmed">{t('law.conflictsMore')}</Text> : null}
    </Section>
  );
}
