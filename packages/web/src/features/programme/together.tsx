import { Text } from '@mantine/core';
import { statuses } from '@sallyport/core/law';
import { countText, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { totalsOf } from '../duties/totals.ts';
import { type Instrument, percentText, together } from './coverage.ts';
import { StatusBar } from './status-bar.tsx';

/** All instruments whose figures may be shown, as one ratio with its denominator, the bar of that denominator, and what is not in it. */
export function Together({
  instruments,
  start,
}: {
  readonly instruments: readonly Instrument[];
  readonly start: string | null;
}) {
  const { t, language } = useWords();
  const { settled, owed, hidden, backlog } = totalsOf(instruments);
  const counts = together(instruments);
  const beside = statuses.filter((status) => (counts.aside[status] ?? 0) > 0);
  return (
    <>
      <p className="headline">
        {owed === 0
          ? t('programme.nothingOwed')
          : t('programme.of', {
              settled: countText(settled, language),
              owed: countText(owed, language),
              percent: percentText(settled / owed),
            })}
      </p>
      {start === null || backlog === 0 ? null : (
        <Text>
          {t('programme.backlog', {
            count: countText(backlog, language),
            day: dayText(start, language),
            settled: countText(settled, language),
            owed: countText(owed - backlog, language),
            percent: percentText(owed === backlog ? 0 : settled / (owed - backlog)),
          })}
        </Text>
      )}
      {hidden === 0 ? null : <Text c="dimmed">{t('duties.withoutHidden', { hidden })}</Text>}
      {owed === 0 ? null : <StatusBar counts={counts.owed} />}
      {beside.length === 0 ? null : (
        <Text c="dimmed">
          {t('programme.aside', {
            counts: beside
              .map((status) => `${t(`status.${status}`)} ${countText(counts.aside[status] ?? 0, language)}`)
              .join(t('app.listed')),
          })}
        </Text>
      )}
    </>
  );
}
