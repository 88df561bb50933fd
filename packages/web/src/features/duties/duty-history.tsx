import type { showDuty } from '@sallyport/server/contracts/duties';
import type { z } from 'zod';
import { dayOrMoment, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { StateMark } from './state-mark.tsx';

type History = z.output<(typeof showDuty)['output']>['history'];

/** How the duty came to be as it is, on both clocks (DECISIONS 4). */
export function DutyHistory({ history }: { readonly history: History }) {
  const { t, language } = useWords();
  return (
    <div className="wide" tabIndex={0} role="group" aria-label={t('duty.history')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('duty.becomes')}</th>
            <th scope="col">{t('duty.due')}</th>
            <th scope="col">{t('duty.effective')}</th>
            <th scope="col">{t('duty.recorded')}</th>
          </tr>
        </thead>
        <tbody>
          {history.map(({ version, status, due, effective, recordedAt }) => (
            <tr key={version}>
              <td>{status === null ? t('duty.gone') : <StateMark status={status} />}</td>
              <td>{due === null ? t('app.none') : dayOrMoment(due, language)}</td>
              <td>{momentText(effective, language)}</td>
              <td>{momentText(recordedAt, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
