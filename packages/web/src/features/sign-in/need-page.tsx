import { Button, Paper, Stack } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../app/language-context.tsx';
import type { Me } from '../../app/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { FactorSetup } from './factor-setup.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProofForm } from './proof-form.tsx';

type Need = NonNullable<Me['need']>;

/** What somebody who is half signed in has to do before anything else. */
export function NeedPage({ need }: { readonly need: Need }) {
  const { t } = useWords();
  const title = {
    'second-factor': t('signIn.secondStep'),
    'second-factor-setup': t('signIn.factorTitle'),
    credential: t('signIn.credentialTitle'),
  }[need];
  return (
    <div className="narrow">
      <PageHead
        title={title}
        note={need === 'second-factor-setup' ? t('signIn.factorNote') : t(`identity.need.${need}`)}
      />
      <Paper withBorder p="lg">
        {need === 'second-factor' ? (
          <ProofForm onProved={() => undefined} />
        ) : need === 'credential' ? (
          <Credential />
        ) : (
          <FactorSetup />
        )}
      </Paper>
    </div>
  );
}

/** A passkey is both factors at once: with one, no password is needed. */
function Credential() {
  const { t } = useWords();
  const [passkey, setPasskey] = useState(true);
  return (
    <Stack>
      {passkey ? <FactorSetup way="passkey" /> : <PasswordForm />}
      <Button variant="subtle" onClick={() => setPasskey(!passkey)}>
        {t(passkey ? 'signIn.passwordInstead' : 'signIn.passkeyInstead')}
      </Button>
    </Stack>
  );
}
