import type { Kind } from '@sallyport/core/facts';
import { factHistory } from '@sallyport/server/contracts/register';
import { useAsk } from '../../app/ask.ts';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

export function FactHistory({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  const { t, language } = useWords();
  const history = useAsk(factHistory, { kind: kind.name, id });
  if (history.error !== null) return <ProblemView error={history.error} />;
  if (history.data === undefined) return <Loading />;
  return (
    <div className="wide" tabIndex={0} role="group" aria-label={t('register.history')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('register.change')}</th>
            <th scope="col">{t('register.when')}</th>
            <th scope="col">{t('register.why')}</th>
          </tr>
        </thead>
        <tbody>
          {history.data.versions.map(({ version, change, recordedAt, reason }) => (
            <tr key={version}>
              <td>
                {t('register.version', { version })} · {t(`change.${change}`)}
              </td>
              <td className="whole-cell">{momentText(recordedAt, language)}</td>
              <td>{reason ?? t('register.noReason')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
