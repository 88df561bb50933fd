import { Text } from '@mantine/core';
import type { summarizeDuties } from '@sallyport/server/contracts/duties';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { totalsOf } from './totals.ts';

type Instruments = z.output<(typeof summarizeDuties)['output']>['instruments'];

/** How far the organisation is, each figure with what it is counted of. */
export function InstrumentFigures({ instruments }: { readonly instruments: Instruments }) {
  const { t, said, language } = useWords();
  const { settled, owed, hidden, backlog } = totalsOf(instruments);
  const figure = (count: number | null | undefined): string => (count === null ? '—' : countText(count ?? 0, language));
  const isHeldBack = instruments.some(({ owed, byStatus }) => owed === null || byStatus.overdue === null);
  return (
    <details>
      <summary>
        <Text span fw={600}>
          {t('duties.settledOf', { settled: countText(settled, language), owed: countText(owed, language) })}
        </Text>{' '}
        <Text span c="dimmed">
          · {backlog === 0 ? '' : `${t('programme.backlogShort', { count: countText(backlog, language) })} · `}
          {hidden === 0 ? '' : `${t('duties.withoutHidden', { hidden })} · `}
          {t('duties.byInstrument')}
        </Text>
      </summary>
      <div className="wide" tabIndex={0} role="group" aria-label={t('duties.byInstrument')}>
        <table className="plain-table figures-table">
          <thead>
            <tr>
              <th scope="col">{t('duties.instrument')}</th>
              <th scope="col" className="number">
                {t('duties.done')}
              </th>
              <th scope="col" className="number">
                {t('duties.overdue')}
              </th>
              <th scope="col" className="number">
                {t('today.backlog')}
              </th>
            </tr>
          </thead>
          <tbody>
            {instruments.map(({ instrument, title, settled, owed, byStatus, backlog }) => (
              <tr key={instrument}>
                <td>
                  <Link to="/duties" search={{ instrument }} style={{ color: 'inherit' }}>
                    {said(title)}
                  </Link>
                </td>
                <td className="number">{owed === null ? figure(null) : `${figure(settled)} / ${figure(owed)}`}</td>
                <td className="number">{figure(byStatus.overdue)}</td>
                <td className="number">{figure(backlog)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isHeldBack ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('duties.hiddenNote')}
        </Text>
      ) : null}
    </details>
  );
}
