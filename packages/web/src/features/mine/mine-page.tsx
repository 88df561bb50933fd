import { Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useWords } from '../../app/language-context.tsx';
import { useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { Held } from './held.tsx';
import { OwnDuties } from './own-duties.tsx';
import { Sessions } from './sessions.tsx';
import { WhoSaw } from './who-saw.tsx';

// Passkeys and lists to choose from weigh more than what one comes here to read: they come after it.
const Factors = lazy(async () => ({ default: (await import('./factors.tsx')).Factors }));
const OwnAddress = lazy(async () => ({ default: (await import('../notices/own-address.tsx')).OwnAddress }));

/** Everything the program has to say to one person about themselves. */
export function MinePage() {
  const { t } = useWords();
  const { name, login, roles, person } = useMe();
  const names = [...new Set(roles.map(({ role }) => t(`identity.role.${role}`)))];
  return (
    <>
      <PageHead
        title={t('mine.title')}
        note={`${t('mine.hello', { name, login })} · ${t('mine.roles')} ${names.join(' · ')}`}
      />
      {person === null ? <Text>{t('mine.noPerson')}</Text> : <OwnDuties person={person} />}
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
          <OwnAddress />
        </Suspense>
      </Section>
      <Section title={t('mine.sessions')}>
        <Sessions />
      </Section>
    </>
  );
}
