import { myDevices } from '@sallyport/server/contracts/devices';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { DeviceActs } from './device-acts.tsx';
import { DeviceMore } from './device-row.tsx';
import { lookOf } from './device-type.ts';

/** What the reader has in hand or reserved; nothing where there is none. */
export function MyDevices() {
  const { t } = useWords();
  const found = useAsk(myDevices, {});
  if (found.error !== null) return <ProblemView error={found.error} />;
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('device.mine')}>
      {items.map((one) => (
        <div key={one.device} className="row still">
          <span className="row-title">
            {one.number} · {one.model}
          </span>
          <span className={lookOf(one.state)}>{t(`device.state.${one.state}`)}</span>
          <DeviceMore device={{ ...one, person: null }} />
          <div style={{ gridColumn: '1 / -1' }}>
            {one.trip === null ? null : (
              <Link to="/trips/$id" params={{ id: one.trip }}>
                {t('device.ofTrip')}
              </Link>
            )}
            <DeviceActs device={one} />
          </div>
        </div>
      ))}
    </Section>
  );
}
