import { Text, TextInput } from '@mantine/core';
import type { showDuty } from '@sallyport/server/contracts/duties';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { z } from 'zod';
import { dayOrMoment, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { instantOf, seatMinute, seatZone } from '../../app/seat.ts';
import { readAsOf } from '../../ui/as-of-search.ts';
import { knownAt } from './known-at.ts';
import { StateMark } from './state-mark.tsx';

type History = z.output<(typeof showDuty)['output']>['history'];

/** How the duty came to be as it is, on both clocks, and which of it was known by a moment (DECISIONS 4). */
export function DutyHistory({ history }: { readonly history: History }) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const { by = '' } = readAsOf(useSearch({ strict: false }));
  const moment = instantOf(by);
  const known = moment === null ? null : knownAt(history, moment);
  return (
    <>
      <TextInput
        type="datetime-local"
        label={t('duty.knownBy', { zone: seatZone() })}
        description={t('duty.knownNote')}
        max={seatMinute(new Date())}
        maw="24em"
        mb="sm"
        value={by}
        onChange={({ currentTarget: { value: next } }) =>
          void navigate({
            to: '.',
            search: (before: Record<string, unknown>) => ({ ...before, by: next === '' ? undefined : next }),
            replace: true,
          })
        }
      />
      {moment === null ? null : (
        <Text role="status" mb="sm">
          <Known then={known?.inForce ?? null} moment={momentText(moment.toISOString(), language)} />
        </Text>
      )}
      <div className="wide" tabIndex={0} role="group" aria-label={t('duty.history')}>
        <table className="plain-table whole-cells">
          <thead>
            <tr>
              <th scope="col">{t('duty.becomes')}</th>
              <th scope="col">{t('duty.due')}</th>
              <th scope="col">{t('duty.effective')}</th>
              <th scope="col">{t('duty.recorded')}</th>
              <th scope="col">{t('duty.cause')}</th>
            </tr>
          </thead>
          <tbody>
            {history.map((change) => {
              const { version, status, due, effective, recordedAt, cause } = change;
              const later = known?.later.has(version) ?? false;
              return (
                <tr
                  key={version}
                  className={later ? 'unknown-then' : undefined}
                  aria-current={known?.inForce?.version === version ? 'true' : undefined}
                >
                  <td>{status === null ? t('duty.gone') : <StateMark status={status} />}</td>
                  <td>{due === null ? t('app.none') : dayOrMoment(due, language)}</td>
                  <td>{momentText(effective, language)}</td>
                  <td>{momentText(recordedAt, language)}</td>
                  <td>{t(`duty.cause.${cause}`)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A duty that was taken away again was none by then. */
function Known({ then, moment }: { readonly then: History[number] | null; readonly moment: string }) {
  const { t } = useWords();
  const status = then?.status ?? null;
  return status === null
    ? t('duty.knownNothing', { moment })
    : t('duty.knownThen', { moment, status: t(`status.${status}`) });
}
