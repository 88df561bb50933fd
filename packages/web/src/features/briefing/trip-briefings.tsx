import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language-context.tsx';
import { Section } from '../../ui/section.tsx';
import type { Trip } from '../trips/trip-type.ts';

type Props = { readonly trip: Trip; readonly nameOf: (person: string) => string };

/** The way to the briefing of each who travels. */
export function TripBriefings({ trip, nameOf }: Props) {
  const { t } = useWords();
  if (trip.travellers.length === 0) return null;
  return (
    <Section title={t('briefing.title')}>
      {trip.travellers.map(({ traveller, person }) => (
        <Link key={traveller} to="/trips/$id/briefing/$traveller" params={{ id: trip.trip, traveller }} className="row">
          <span className="row-title">{t('briefing.of', { name: nameOf(person) })}</span>
        </Link>
      ))}
    </Section>
  );
}
