import { type Status, statuses } from '@sallyport/core/law';
import { Link } from '@tanstack/react-router';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { type Instrument, percentText } from './coverage.ts';
import { type InstrumentDays, InstrumentTrend } from './instrument-trend.tsx';
import { Legend } from './status-bar.tsx';

type Props = {
  readonly instruments: readonly Instrument[];
  /** By instrument: how it went; nothing where nobody was told. */
  readonly days: ReadonlyMap<string, InstrumentDays['days']>;
};

/** Every instrument with its coverage and the count of each status: a table, or one under the other where there is no room for it. */
export function InstrumentTable({ instruments, days }: Props) {
  const { t, said, language } = useWords();
  const used = statuses.filter((status) => instruments.some(({ byStatus }) => byStatus[status] !== 0));
  const hasBacklog = instruments.some(({ backlog }) => (backlog ?? 0) > 0);
  return (
    <>
      <ul className="instrument-list">
        {instruments.map((instrument) => (
          <InstrumentLine
            key={instrument.instrument}
            instrument={instrument}
            days={days.get(instrument.instrument) ?? []}
          />
        ))}
      </ul>
      <div className="wide instrument-table" tabIndex={0} role="group" aria-label={t('programme.byInstrument')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('duties.instrument')}</th>
              <th scope="col">{t('programme.coverage')}</th>
              {hasBacklog ? (
                <th scope="col" className="number">
                  {t('today.backlog')}
                </th>
              ) : null}
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
                  <InstrumentTrend days={days.get(instrument.instrument) ?? []} />
                </td>
                {hasBacklog ? (
                  <td className="number">
                    {instrument.backlog === null ? (
                      <abbr title={t('duties.hidden')}>—</abbr>
                    ) : (
                      countText(instrument.backlog, language)
                    )}
                  </td>
                ) : null}
                {used.map((status) => (
                  <td key={status} className="number">
                    {countOf(instrument, status, language) ?? <abbr title={t('duties.hidden')}>—</abbr>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type LineProps = { readonly instrument: Instrument; readonly days: InstrumentDays['days'] };

function InstrumentLine({ instrument, days }: LineProps) {
  const { t, said, language } = useWords();
  const { byStatus, backlog } = instrument;
  const shown = Object.fromEntries(
    statuses.flatMap((status) => (typeof byStatus[status] === 'number' ? [[status, byStatus[status]]] : [])),
  );
  const isHeldBack = statuses.some((status) => byStatus[status] === null);
  return (
    <li>
      <Link to="/law/$edition" params={{ edition: instrument.instrument }}>
        {said(instrument.title)}
      </Link>
      <Coverage instrument={instrument} />
      <InstrumentTrend days={days} />
      <Legend counts={shown} />
      {backlog === null || backlog === 0 ? null : (
        <span className="figure-note">{t('programme.backlogShort', { count: countText(backlog, language) })}</span>
      )}
      {isHeldBack && instrument.owed !== null ? <span className="figure-note">{t('programme.heldBack')}</span> : null}
    </li>
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
