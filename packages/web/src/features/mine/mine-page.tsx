import { Text } from '@mantine/core';
import { listDuties } from '@sallyport/server/contracts/duties';
import { lazy, Suspense } from 'react';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { ChangedAdvisories } from '../advisories/changed-advisories.tsx';
import { MyDevices } from '../devices/my-devices.tsx';
import { Held } from './held.tsx';
import { OwnDuties } from './own-duties.tsx';
import { Sessions } from './sessions.tsx';
import { WhoSaw } from './who-saw.tsx';

// Passkeys and lists to choose from weigh more than what one comes here to read: they come after it.
const Factors = lazy(async () => ({ default: (await import('./factors.tsx')).Factors }));
const OwnNotices = lazy(async () => ({ default: (await import('../notices/own-notices.tsx')).OwnNotices }));

/** Everything the program has to say to one person about themselves. */
export function MinePage() {
  const { t } = useWords();
  const me = useMe();
  const { name, login, roles, person } = me;
  const names = [...new Set(roles.map(({ role }) => t(`identity.role.${role}`)))];
  return (
    <>
      <PageHead
        title={t('mine.title')}
        note={`${t('mine.hello', { name, login })} · ${t('mine.roles', { roles: names.join(t('app.listed')) })}`}
      />
      {person === null ? null : <ChangedAdvisories />}
      {person === null ? null : <MyDevices />}
      {person === null ? (
        <Text>{t('mine.noPerson')}</Text>
      ) : isAdmitted(listDuties.admits, me) ? (
        <OwnDuties person={person} />
      ) : null}
      {person === null ? null : (
        <>
          <Section title={t('mine.held')}>
            <Held />
          </Section>
          <Section title={t('mine.seen')}>
            <WhoSaw />
          </Section>
        </>
      )}
      <Section title={t('mine.signIn')}>
        <Suspense fallback={<Loading />}>
          <Factors />
        </Suspense>
      </Section>
      <Section title={t('notices.title')}>
        <Suspense fallback={<Loading />}>
          <OwnNotices />
        </Suspense>
      </Section>
      <Section title={t('mine.sessions')}>
        <Sessions />
      </Section>
    </>
  );
}
