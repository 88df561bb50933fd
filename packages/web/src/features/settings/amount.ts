import type { listSettings } from '@sallyport/server/contracts/law';
import type { z } from 'zod';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';

export type Setting = z.output<(typeof listSettings)['output']>['settings'][number];

/** A value with its unit. */
export function useAmount(): (type: Setting['type'], value: number) => string {
  const { t, language } = useWords();
  return (type, value) =>
    type === 'yesNo'
      ? t(value === 1 ? 'settings.yes' : 'settings.no')
      : t(`settings.amount.${type}`, { value: countText(value, language) });
}
