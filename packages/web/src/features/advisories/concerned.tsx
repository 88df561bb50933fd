import { Text } from '@mantine/core';
import { concernedTrips } from '@sallyport/server/contracts/advisories';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';

/** Journeys handed in that go there, for those who see to them: by journey, and no figure about anybody. */
export function Concerned({ id }: { readonly id: string }) {
  const { t, language } = useWords();
  const found = useAsk(concernedTrips, { advisory: id });
  const items = found.data?.items ?? [];
  const names = useNames(
    'person',
    items.flatMap(({ travellers }) => travellers.map(({ person }) => person)),
  );
  return (
    <Section title={t('advisory.concerned')}>
      <ProblemView error={found.error} />
      {found.isPending ? <Loading /> : null}
      {found.data !== undefined && items.length === 0 ? <Text>{t('advisory.noneConcerned')}</Text> : null}
      {items.map(({ trip, place, departsOn, travellers }) => (
        <Link key={trip} to="/trips/$id" params={{ id: trip }} className="row">
          <span className="row-title">{place}</span>
          <span>{departsOn === null ? t('trip.noDay') : dayText(departsOn, language)}</span>
          <span className="row-more">
            {travellers.map(({ traveller, person, acknowledged }) => (
              <span key={traveller}>
                {t(acknowledged === null ? 'advisory.unread' : 'advisory.read', { name: names.get(person) ?? person })}
              </span>
            ))}
          </span>
        </Link>
      ))}
    </Section>
  );
}
