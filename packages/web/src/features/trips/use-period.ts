import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';

/** From when to when, in words. */
export function usePeriod(): (departsOn: string | null, returnsOn: string | null) => string {
  const { t, language } = useWords();
  const day = (one: string | null): string => (one === null ? t('trip.noDay') : dayText(one, language));
  return (departsOn, returnsOn) =>
    departsOn === null && returnsOn === null
      ? t('trip.noDays')
      : t('trip.period', { from: day(departsOn), until: day(returnsOn) });
}
