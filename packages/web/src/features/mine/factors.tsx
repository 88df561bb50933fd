import { Button, Paper, Text } from '@mantine/core';
import {
  makeRecoveryCodes,
  removePasskey,
  removeTotp,
  signInWays,
  unlinkOidc,
} from '@sallyport/server/contracts/identity';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useMe } from '../../app/session.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { FactorSetup } from '../sign-in/factor-setup.tsx';
import { OidcButton } from '../sign-in/oidc-button.tsx';
import { PasswordForm } from '../sign-in/password-form.tsx';
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx';
import { FactorRow } from './factor-row.tsx';

type Doing = 'nothing' | 'password' | 'password-changed' | 'totp' | 'passkey';

/** Every way the account is signed in to: set up, changed and given up here. */
export function Factors() {
  const { t, language } = useWords();
  const { hasPassword, hasTotp, passkeys, linkedTo, recoveryCodesLeft } = useMe();
  const ways = useAsk(signInWays, {});
  const [doing, setDoing] = useState<Doing>('nothing');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const make = useAct(makeRecoveryCodes, false);
  const stopTotp = useAct(removeTotp);
  const dropPasskey = useAct(removePasskey);
  const unlink = useAct(unlinkOidc);
  const begin = (what: Doing) => () => setDoing(what);
  const done = (): void => setDoing('nothing');
  return (
    <>
      <FactorRow
        name={t('identity.factor.password')}
        note={t(hasPassword ? 'mine.isSet' : 'mine.isNotSet')}
        act={t(hasPassword ? 'mine.change' : 'mine.set')}
        onAct={begin('password')}
      />
      <FactorRow
        name={t('identity.factor.totp')}
        note={t(hasTotp ? 'mine.isSet' : 'mine.isNotSet')}
        act={t(hasTotp ? 'mine.giveUp' : 'mine.set')}
        busy={stopTotp.isPending}
        onAct={hasTotp ? () => stopTotp.mutate({}) : begin('totp')}
      />
      {passkeys.map(({ passkey, label, madeAt, usedAt }) => (
        <FactorRow
          key={passkey}
          name={`${t('identity.factor.passkey')} · ${label}`}
          note={[
            t('mine.added', { when: momentText(madeAt, language) }),
            usedAt === null ? t('mine.notUsed') : t('mine.used', { when: momentText(usedAt, language) }),
          ].join(' · ')}
          act={t('mine.giveUp')}
          busy={dropPasskey.isPending}
          onAct={() => dropPasskey.mutate({ passkey })}
        />
      ))}
      <FactorRow
        name={t('identity.factor.passkey')}
        note={t('mine.passkeyNote')}
        act={t('mine.add')}
        onAct={begin('passkey')}
      />
      {linkedTo.map((issuer) => (
        <FactorRow
          key={issuer}
          name={t('identity.factor.oidc')}
          note={issuer}
          act={t('mine.unlink')}
          busy={unlink.isPending}
          onAct={() => unlink.mutate({ issuer })}
        />
      ))}
      {hasTotp || passkeys.length > 0 ? (
        <FactorRow
          name={t('identity.factor.recovery-code')}
          note={t('mine.codesLeft', { count: recoveryCodesLeft })}
          act={t('mine.codesNew')}
          busy={make.isPending}
          onAct={() => make.mutate({}, { onSuccess: (made) => setCodes(made.codes) })}
        />
      ) : null}
      {ways.data?.oidc === true && linkedTo.length === 0 ? (
        <Text component="div" mt="md">
          <OidcButton purpose="link" />
        </Text>
      ) : null}
      <ProblemView error={make.error ?? stopTotp.error ?? dropPasskey.error ?? unlink.error} />
      {doing === 'password-changed' ? (
        <Text role="status" mt="md">
          {t('mine.passwordChanged')}
        </Text>
      ) : null}
      {doing === 'password' || doing === 'totp' || doing === 'passkey' ? (
        <Paper withBorder p="md" mt="md" maw={440}>
          {doing === 'password' ? (
            <PasswordForm onDone={begin('password-changed')} />
          ) : (
            <FactorSetup key={doing} way={doing} onDone={done} />
          )}
          <Button variant="subtle" mt="xs" onClick={done}>
            {t('app.cancel')}
          </Button>
        </Paper>
      ) : null}
      {codes === null ? null : (
        <Paper withBorder p="md" mt="md">
          <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
        </Paper>
      )}
    </>
  );
}
