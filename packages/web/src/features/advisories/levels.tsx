import { riskNames } from '@sallyport/core/trips';
import type { advisoriesOfTrip } from '@sallyport/server/contracts/advisories';
import type { z } from 'zod';
import { useWords } from '../../app/language-context.tsx';

export type Levels = z.output<(typeof advisoriesOfTrip)['output']>['items'][number]['levels'];

/** Each kind of risk with its level, in words: colour alone says nothing. */
export function LevelList({ levels }: { readonly levels: Levels }) {
  const { t } = useWords();
  return riskNames.map((risk) => {
    const level = levels[risk];
    return level === undefined ? null : (
      <span key={risk}>
        {t(`advisory.risk.${risk}`)}{' '}
        <span className={level === 'ordinary' ? 'state state-quiet' : 'state'}>{t(`advisory.level.${level}`)}</span>
      </span>
    );
  });
}
