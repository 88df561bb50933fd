import { unreadAdvisories } from '@sallyport/server/contracts/advisories';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Section } from '../../ui/section.tsx';

/** What changed and somebody who travels has yet to acknowledge; who that is stands on the page of the advisory. */
export function UnreadAdvisories() {
  const { t } = useWords();
  const items = useAsk(unreadAdvisories, {}).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('advisory.unreadToday')}>
      {items.map(({ advisory, places, change }) => (
        <Link key={advisory} to="/advisories/$id" params={{ id: advisory }} className="row">
          <span className="row-title">{places.join(t('app.listed'))}</span>
          <span className="state">{t(`advisory.change.${change}`)}</span>
        </Link>
      ))}
    </Section>
  );
}
