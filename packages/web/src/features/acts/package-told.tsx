import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language-context.tsx';
import type { Act } from './acts-page.tsx';

type Told = Extract<NonNullable<Act['told']>, { about: 'package' }>;

/** Which package is to be put in force, and where the second person goes through it. */
export function PackageTold({ told }: { readonly told: Told }) {
  const { t, said } = useWords();
  const { package: id, title, topic, counts, validMonths, standard, sha256 } = told;
  return (
    <>
      <dt>{t('education.packageTitle')}</dt>
      <dd>
        {title} · SCORM {standard}
      </dd>
      <dt>{t('education.sessionTopic')}</dt>
      <dd>{said(topic)}</dd>
      <dt>{t('education.packageCountsFrom')}</dt>
      <dd>{t(`education.packageCounts.${counts}`)}</dd>
      <dt>{t('education.packageMonths')}</dt>
      <dd>{validMonths}</dd>
      <dt>{t('education.packageHash')}</dt>
      <dd className="hash">{sha256}</dd>
      <dt>{t('education.packageContent')}</dt>
      <dd>
        <Link to="/education/packages/$package/try" params={{ package: id }}>
          {t('education.tryPackage')}
        </Link>
        <div>{t('education.packageScored')}</div>
      </dd>
    </>
  );
}
