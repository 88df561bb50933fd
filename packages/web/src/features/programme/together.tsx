import { Text } from '@mantine/core';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { totalsOf } from '../duties/totals.ts';
import { type Instrument, percentText, together } from './coverage.ts';
import { StatusBar } from './status-bar.tsx';

/** All instruments whose figures may be shown, as one ratio with its denominator and one bar. */
export function Together({ instruments }: { readonly instruments: readonly Instrument[] }) {
  const { t, language } = useWords();
  const { settled, owed, hidden } = totalsOf(instruments);
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
      {hidden === 0 ? null : <Text c="dimmed">{t('duties.withoutHidden', { hidden })}</Text>}
      <StatusBar counts={together(instruments)} />
    </>
  );
}
