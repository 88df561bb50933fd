import { myNotices } from '@sallyport/server/contracts/advisories';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Section } from '../../ui/section.tsx';

/** What changed for one's journeys after they were handed in; nothing where nothing did. */
export function ChangedAdvisories() {
  const { t } = useWords();
  const items = useAsk(myNotices, {}).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('advisory.notices')}>
      {items.map(({ trip, places, change }) => (
        <Link key={`${trip} ${places.join()}`} to="/trips/$id" params={{ id: trip }} className="row">
          <span className="row-title">{places.join(t('app.listed'))}</span>
          <span className="state">{t(`advisory.change.${change}`)}</span>
        </Link>
      ))}
    </Section>
  );
}
