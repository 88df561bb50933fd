import { type Status, statuses } from '@sallyport/core/law';
import { Link } from '@tanstack/react-router';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { type Instrument, percentText } from './coverage.ts';

/** Every instrument with its coverage and the count of each status. */
export function InstrumentTable({ instruments }: { readonly instruments: readonly Instrument[] }) {
  const { t, said, language } = useWords();
  const used = statuses.filter((status) => instruments.some(({ byStatus }) => byStatus[status] !== 0));
  return (
    <div className="wide" tabIndex={0} role="group" aria-label={t('programme.byInstrument')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('duties.instrument')}</th>
            <th scope="col">{t('programme.coverage')}</th>
            {used.map((status) => (
              <th key={status} scope="col" className="number">
                {t(`status.${status}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {instruments.map((instrument) => (
            <tr key={instrument.instrument}>
              <th scope="row" className="plain-name">
                <Link to="/law/$edition" params={{ edition: instrument.instrument }} style={{ color: 'inherit' }}>
                  {said(instrument.title)}
                </Link>
              </th>
              <td>
                <Coverage instrument={instrument} />
              </td>
              {used.map((status) => (
                <td key={status} className="number">
                  {countOf(instrument, status, language) ?? <abbr title={t('duties.hidden')}>·</abbr>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function countOf({ byStatus }: Instrument, status: Status, language: 'zh' | 'en'): string | null {
  const count = byStatus[status];
  return count === null ? null : countText(count ?? 0, language);
}

function Coverage({ instrument: { settled, owed } }: { readonly instrument: Instrument }) {
  const { t, language } = useWords();
  if (settled === null || owed === null) return <span>{t('duties.hidden')}</span>;
  if (owed === 0) return <span>{t('programme.nothingOwed')}</span>;
  const share = settled / owed;
  return (
    <span className="coverage">
      <svg className="meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="fill-rest" x={0} y={0} width={100} height={6} />
        <rect className="fill-met" x={0} y={0} width={100 * share} height={6} />
      </svg>
      <span>
        {t('programme.of', {
          settled: countText(settled, language),
          owed: countText(owed, language),
          percent: percentText(share),
        })}
      </span>
    </span>
  );
}
