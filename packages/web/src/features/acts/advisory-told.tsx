import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { LevelList } from '../advisories/levels.tsx';
import type { Act } from './acts-page.tsx';

type Told = Extract<NonNullable<Act['told']>, { about: 'advisory' }>;

/** What the destination list is to say, or no longer: whole, since the second person answers for it as much as the first. */
export function AdvisoryTold({ told: { places, levels, said, source, lastDay, before } }: { readonly told: Told }) {
  const { t, language } = useWords();
  return (
    <>
      <dt>{t('advisory.places')}</dt>
      <dd>{places.join(t('app.listed'))}</dd>
      <dt>{t('advisory.levels')}</dt>
      <dd>
        <div className="row-more">
          <LevelList levels={levels} />
        </div>
      </dd>
      <dt>{t('advisory.said')}</dt>
      <dd className="advisory-said">{said}</dd>
      <dt>{t('advisory.source')}</dt>
      <dd>{source}</dd>
      <dt>{t('advisory.until')}</dt>
      <dd>{dayText(lastDay, language)}</dd>
      {before === null ? null : (
        <>
          <dt>{t('advisory.before')}</dt>
          <dd className="row-more">
            <span>{before.places.join(t('app.listed'))}</span>
            <LevelList levels={before.levels} />
          </dd>
        </>
      )}
    </>
  );
}
