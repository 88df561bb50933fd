import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Section } from '../../ui/section.tsx';
import type { Trip } from './trip-type.ts';

type Props = { readonly trip: Trip; readonly nameOf: (person: string) => string };

/** What was done and decided, in the order it was. */
export function TripTrail({ trip, nameOf }: Props) {
  const { t, language } = useWords();
  return (
    <Section title={t('trip.trail')}>
      {trip.trail.length === 0 ? <p>{t('trip.noTrail')}</p> : null}
      {trip.trail.map(({ act, person, on, steps, verdict, reason, until, said }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the trail is only added to.
        <div key={at} className="row still">
          <span className="row-title">
            {t(`trip.act.${act}`)}
            {verdict === null ? '' : ` · ${t(`trip.settled.${verdict}`)}`}
          </span>
          <span>{dayText(on, language)}</span>
          <span className="row-more">
            {person === null ? null : <span>{nameOf(person)}</span>}
            {[...new Set(steps.map(({ role }) => role))].map((role) => (
              <span key={role}>{t(`trip.role.${role}`)}</span>
            ))}
            {reason === null ? null : <span>{t(`trip.reason.${reason}`)}</span>}
            {until === null ? null : <span>{t('trip.until', { day: dayText(until, language) })}</span>}
            {said === null || said === '' ? null : <span>{said}</span>}
          </span>
        </div>
      ))}
    </Section>
  );
}
