import { type FiguresShown, standings } from '@sallyport/server/contracts/education';
import { countText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { percentText } from '../programme/coverage.ts';

/** How many people are asked something, and how they stand: numbers with their denominator, or that they are held back. */
export function Figures({ figures }: { readonly figures: FiguresShown }) {
  const { t, language } = useWords();
  const { owed, met } = figures;
  const count = (of: number): string => countText(of, language);
  const parts = standings.filter((standing) => standing !== 'met' && figures[standing] !== 0);
  return (
    <>
      {owed !== null && met !== null ? (
        <span className="state">
          {t('education.metOf', {
            met: count(met),
            owed: count(owed),
            percent: percentText(owed === 0 ? 0 : met / owed),
          })}
        </span>
      ) : owed === null ? (
        <span className="state">{t('duties.hidden')}</span>
      ) : (
        <span className="state">{t('education.owedBy', { owed: count(owed) })}</span>
      )}
      {owed === null && met === null ? null : (
        <span className="row-more">
          {parts.map((standing) => {
            const of = figures[standing];
            return of === null ? null : (
              <span key={standing}>
                {t('education.standingCount', { standing: t(`education.standing.${standing}`), count: count(of) })}
              </span>
            );
          })}
          {standings.some((standing) => figures[standing] === null) ? <span>{t('education.someHidden')}</span> : null}
        </span>
      )}
    </>
  );
}
