import { oneDevice } from '@sallyport/server/contracts/devices';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { DeviceActs } from './device-acts.tsx';
import { DeviceMore } from './device-row.tsx';
import { lookOf } from './device-type.ts';

/** One device: how it stands, what can be done, and everything that was done with it. */
export function DevicePage() {
  const { id = '' } = useParams({ strict: false });
  const { t, language } = useWords();
  const found = useAsk(oneDevice, { device: id });
  const one = found.data;
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (one === undefined) return <Loading />;
  return (
    <>
      <p className="back">
        <Link to="/devices">{t('device.list')}</Link>
      </p>
      <PageHead
        title={`${one.number} · ${one.model}`}
        note={<span className={lookOf(one.state)}>{t(`device.state.${one.state}`)}</span>}
      />
      <DeviceMore device={one} />
      {one.trip === null ? null : (
        <p>
          <Link to="/trips/$id" params={{ id: one.trip }}>
            {t('device.ofTrip')}
          </Link>
        </p>
      )}
      <DeviceActs device={one} />
      <Section title={t('device.history')}>
        {one.trail.map(({ act, on, by, byName, person, personName, seal, sealFound, finding, said }, at) => (
          <div key={one.trail.length - at} className="row still">
            <span className="row-title">{t(`device.did.${act}`)}</span>
            <span>{dayText(on, language)}</span>
            <span className="row-more">
              <span>{t('device.by', { name: byName ?? by ?? t('device.machine') })}</span>
              {person === null ? null : <span>{t('device.with', { name: personName ?? person })}</span>}
              {seal === null ? null : <span>{t('device.seal', { seal })}</span>}
              {sealFound === null ? null : (
                <span>
                  {t('device.sealFound')}: {t(`device.sealFound.${sealFound}`)}
                </span>
              )}
              {finding === null ? null : <span>{t(`device.finding.${finding}`)}</span>}
            </span>
            {said === null ? null : <div className="row-gist">{said}</div>}
          </div>
        ))}
      </Section>
    </>
  );
}
