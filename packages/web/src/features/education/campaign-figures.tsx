import { campaignStandings, type showCampaign } from '@sallyport/server/contracts/education';
import type { z } from 'zod';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { percentText } from '../programme/coverage.ts';

type Props = { readonly figures: z.output<typeof showCampaign.output>['total'] };

/** Of how many it was addressed to how many have completed it, and how the others stand. */
export function CampaignFigures({ figures }: Props) {
  const { t, language } = useWords();
  const { addressed, completed } = figures;
  const count = (of: number): string => countText(of, language);
  const others = campaignStandings.filter((standing) => standing !== 'completed' && figures[standing] !== 0);
  if (addressed === null) return <span className="state">{t('duties.hidden')}</span>;
  return (
    <>
      <span className="state">
        {completed === null
          ? t('education.addressedTo', { addressed: count(addressed) })
          : t('education.completedOf', {
              completed: count(completed),
              addressed: count(addressed),
              percent: percentText(addressed === 0 ? 0 : completed / addressed),
            })}
      </span>
      <span className="row-more">
        {others.map((standing) => {
          const of = figures[standing];
          return of === null ? null : (
            <span key={standing}>
              {t('education.standingCount', {
                standing: t(`education.campaignStanding.${standing}`),
                count: count(of),
              })}
            </span>
          );
        })}
        {campaignStandings.some((standing) => figures[standing] === null) ? (
          <span>{t('education.someHidden')}</span>
        ) : null}
      </span>
    </>
  );
}
