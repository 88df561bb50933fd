import type { showEdition } from '@sallyport/server/contracts/law';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';

export type Shown = z.output<(typeof showEdition)['output']>;

/** Who made it, since when it holds, and how much of it was read. */
export function EditionFacts({ shown }: { readonly shown: Shown }) {
  const { t, said, language } = useWords();
  const { issuer, adopted, territory, inForceFrom, inForceTo, articles, read, clauses, revision, basedOn } = shown;
  const from = dayText(inForceFrom, language);
  return (
    <dl className="pairs">
      <dt>{t('law.issuer')}</dt>
      <dd>{said(issuer)}</dd>
      {adopted === null ? null : (
        <>
          <dt>{t('law.adopted')}</dt>
          <dd>{dayText(adopted, language)}</dd>
        </>
      )}
      {territory === null ? null : (
        <>
          <dt>{t('law.territory')}</dt>
          <dd>{t('law.territoryOnly', { region: said(territory) })}</dd>
        </>
      )}
      <dt>{t('law.inForce')}</dt>
      <dd>
        {inForceTo === null
          ? t('law.from', { day: from })
          : t('law.between', { from, to: dayText(inForceTo, language) })}
      </dd>
      <dt>{t('law.confirmedOf')}</dt>
      <dd>{articles === null ? t('law.clausesOf', { read, clauses }) : t('law.articles', articles)}</dd>
      <dt>{t('law.revision')}</dt>
      <dd>{t('law.revisionNumber', { revision })}</dd>
      {basedOn.length === 0 ? null : (
        <>
          <dt>{t('law.basedOn')}</dt>
          <dd>
            {basedOn.map(({ edition, short }) => (
              <Link key={edition} to="/law/$edition" params={{ edition }} style={{ color: 'inherit' }}>
                {said(short)}
              </Link>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
