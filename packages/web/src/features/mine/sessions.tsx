import { Button } from '@mantine/core';
import { endOtherSessions, endSession, sessions } from '@sallyport/server/contracts/identity';
import { useAct, useAsk } from '../../app/ask.ts';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { deviceName } from './device-name.ts';

export function Sessions() {
  const { t, language } = useWords();
  const found = useAsk(sessions, {});
  const end = useAct(endSession);
  const endOthers = useAct(endOtherSessions);
  if (found.error !== null) return <ProblemView error={found.error} />;
  if (found.data === undefined) return <Loading />;
  const { items } = found.data;
  return (
    <>
      <ProblemView error={end.error ?? endOthers.error} />
      {items.map(({ session, current, device, address, startedAt, usedAt, factors }) => (
        <div key={session} className="row">
          <span className="row-title">
            {[device === null ? null : deviceName(device), address].filter(Boolean).join(' · ') || t('mine.session')}
          </span>
          {current ? (
            <span className="state">{t('mine.current')}</span>
          ) : (
            <Button variant="default" size="compact-sm" loading={end.isPending} onClick={() => end.mutate({ session })}>
              {t('mine.end')}
            </Button>
          )}
          <span className="row-more">
            <span>{t('mine.started', { when: momentText(startedAt, language) })}</span>
            <span>{t('mine.used', { when: momentText(usedAt, language) })}</span>
            <span>{factors.map((one) => t(`identity.factor.${one}`)).join(' · ')}</span>
          </span>
        </div>
      ))}
      {items.length < 2 ? null : (
        <Button variant="default" mt="md" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
          {t('mine.endOthers')}
        </Button>
      )}
    </>
  );
}
