import { Text } from '@mantine/core';
import { useWords } from '../../app/language-context.tsx';
import { useMe } from '../../app/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { OwnAddress } from '../notices/own-address.tsx';
import { Factors } from './factors.tsx';
import { Held } from './held.tsx';
import { OwnDuties } from './own-duties.tsx';
import { Sessions } from './sessions.tsx';
import { WhoSaw } from './who-saw.tsx';

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
        <Factors />
      </Section>
      <Section title={t('notices.title')}>
        <OwnAddress />
      </Section>
      <Section title={t('mine.sessions')}>
        <Sessions />
      </Section>
    </>
  );
}
