import { Link } from '@tanstack/react-router';
import { dayOrMoment } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Section } from '../../ui/section.tsx';
import { ClauseLink } from '../law/clause-link.tsx';
import type { Trip } from './trip-type.ts';

type Props = { readonly trip: Trip; readonly nameOf: (person: string) => string };

/** What the departure still waits for, each with its clause and the way to the duty. */
export function TripMissing({ trip, nameOf }: Props) {
  const { t, said, language } = useWords();
  if (trip.days.departedOn !== null || trip.days.cancelledOn !== null) return null;
  const goer = new Map(trip.travellers.map(({ traveller, person }) => [traveller, person]));
  return (
    <Section title={t('trip.missing')}>
      {trip.missing.length > 0 || trip.othersMissing ? null : <p>{t('trip.nothingMissing')}</p>}
      {trip.othersMissing ? <p>{t('trip.othersMissing')}</p> : null}
      {trip.missing.map(({ traveller, rule, title, clauses, due }) => (
        <div key={`${rule} ${traveller}`} className="row still">
          <span className="row-title">
            <Link to="/duty" search={{ rule, subject: traveller }}>
              {said(title)}
            </Link>
          </span>
          <span>{nameOf(goer.get(traveller) ?? traveller)}</span>
          <span className="row-more">
            {due === null ? null : <span>{t('trip.due', { day: dayOrMoment(due, language) })}</span>}
            {clauses.map(({ id, name }) => (
              <span key={id}>
                <ClauseLink clause={id} name={name} />
              </span>
            ))}
          </span>
        </div>
      ))}
    </Section>
  );
}
