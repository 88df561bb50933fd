import { oneTrip } from '@sallyport/server/contracts/trips';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { TripAdvisories } from '../advisories/trip-advisories.tsx';
import { TripBriefings } from '../briefing/trip-briefings.tsx';
import { TripDevices } from '../devices/trip-devices.tsx';
import { StateMark } from './state-mark.tsx';
import { TripActs } from './trip-acts.tsx';
import { TripGoers } from './trip-goers.tsx';
import { TripMissing } from './trip-missing.tsx';
import { TripPapers } from './trip-papers.tsx';
import { TripPlan } from './trip-plan.tsx';
import { TripSteps } from './trip-steps.tsx';
import { TripTrail } from './trip-trail.tsx';
import { usePeriod } from './use-period.ts';

/** One trip: how it stands, what is next and who does it, why, and what was done. */
export function TripPage() {
  const { id = '' } = useParams({ strict: false });
  const { t, language } = useWords();
  const period = usePeriod();
  const found = useAsk(oneTrip, { trip: id });
  const trip = found.data;
  const names = useNames('person', [
    ...(trip?.travellers.map(({ person }) => person) ?? []),
    ...(trip?.steps.flatMap(({ holders }) => holders.map(({ person }) => person)) ?? []),
    ...(trip?.trail.map(({ person }) => person) ?? []),
  ]);
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (trip === undefined) return <Loading />;
  const nameOf = (person: string): string => names.get(person) ?? person;
  const goers = trip.travellers.map(({ person }) => nameOf(person)).join(language === 'zh' ? '、' : ', ');
  return (
    <>
      <p className="back">
        <Link to="/trips">{t('app.back')}</Link>
      </p>
      <PageHead
        title={t('trip.title', { names: goers === '' ? t('trip.nobody') : goers })}
        note={
          <>
            <StateMark state={trip.state} /> {t(`trip.kind.${trip.kind}`)}
            {trip.emergency ? ` · ${t('trip.emergency')}` : ''} · {period(trip.departsOn, trip.returnsOn)}
          </>
        }
      />
      <p>{t(`trip.next.${trip.state}`)}</p>
      <TripActs trip={trip} />
      <TripSteps trip={trip} nameOf={nameOf} />
      <TripMissing trip={trip} nameOf={nameOf} />
      <TripDevices trip={trip} nameOf={nameOf} />
      <TripAdvisories trip={trip.trip} nameOf={nameOf} />
      <TripBriefings trip={trip} nameOf={nameOf} />
      <TripGoers trip={trip} nameOf={nameOf} />
      <TripPlan trip={trip} />
      <TripPapers trip={trip} />
      <TripTrail trip={trip} nameOf={nameOf} />
    </>
  );
}
