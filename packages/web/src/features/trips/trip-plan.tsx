import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language-context.tsx';
import { Section } from '../../ui/section.tsx';
import type { Trip } from './trip-type.ts';
import { usePeriod } from './use-period.ts';

export function TripPlan({ trip }: { readonly trip: Trip }) {
  const { t } = useWords();
  const period = usePeriod();
  const { purpose, legs, items, communications, copiedFrom } = trip;
  return (
    <Section title={t('trip.plan')}>
      {copiedFrom === null ? null : (
        <p>
          <Link to="/trips/$id" params={{ id: copiedFrom }}>
            {t('trip.copiedFrom')}
          </Link>
        </p>
      )}
      <p>{purpose === null || purpose === '' ? t('trip.noPurpose') : purpose}</p>
      {legs.map(({ place, host, hostKind, arrivesOn, leavesOn, zone, meetings }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a leg is its place in the journey.
        <div key={at} className="row still">
          <span className="row-title">{place}</span>
          <span>{period(arrivesOn, leavesOn)}</span>
          <span className="row-more">
            <span>{host === null || host === '' ? t('trip.noHost') : t('trip.host', { host })}</span>
            {hostKind === null ? null : <span>{t(`trip.hostKind.${hostKind}`)}</span>}
            {zone === null ? null : <span>{t('trip.zone', { zone })}</span>}
            {meetings === null || meetings === '' ? null : <span>{t('trip.meetings', { meetings })}</span>}
          </span>
        </div>
      ))}
      {items.map(({ kind, number, about, device, classified, copy }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two things carried may read the same.
        <div key={at} className="row still">
          <span className="row-title">{about}</span>
          <span>{t(`trip.item.${kind}`)}</span>
          <span className="row-more">
            {number === null ? null : <span>{number}</span>}
            {(device ?? null) === null ? null : <span>{t('device.isOfPool')}</span>}
            {classified === true || (copy ?? null) !== null ? (
              <span className="state state-open">{t('device.bearsSecrets')}</span>
            ) : null}
          </span>
        </div>
      ))}
      {items.length === 0 ? <p>{t('trip.noItems')}</p> : null}
      {communications === null || communications === '' ? null : <p>{t('trip.communications', { communications })}</p>}
    </Section>
  );
}
