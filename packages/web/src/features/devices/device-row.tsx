import { Link } from '@tanstack/react-router';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { type Device, lookOf } from './device-type.ts';

type Props = { readonly device: Device };

/** One device of the pool, and who has it. */
export function DeviceRow({ device: one }: Props) {
  const { t } = useWords();
  return (
    <Link to="/devices/$id" params={{ id: one.device }} className="row">
      <span className="row-title">
        {one.number} · {one.model}
      </span>
      <span className={lookOf(one.state)}>{t(`device.state.${one.state}`)}</span>
      <DeviceMore device={one} />
    </Link>
  );
}

/** What else there is to know of it, for a row of any list. */
export function DeviceMore({ device: one }: Props) {
  const { t, language } = useWords();
  return (
    <span className="row-more">
      <span>{t(`device.kind.${one.kind}`)}</span>
      <span>{t(one.encrypted ? 'device.isEncrypted' : 'device.notEncrypted')}</span>
      {one.person === null ? null : <span>{t('device.with', { name: one.personName ?? one.person })}</span>}
      {one.dueBackOn === null ? null : (
        <span className={one.state === 'overdue' ? 'state state-late' : undefined}>
          {t('device.dueBack', { day: dayText(one.dueBackOn, language) })}
        </span>
      )}
      {one.seal === null ? null : <span>{t('device.seal', { seal: one.seal })}</span>}
    </span>
  );
}
