import { Paper } from '@mantine/core';
import { useWords } from '../../app/language-context.tsx';
import type { Me } from '../../app/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { FactorSetup } from './factor-setup.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProofForm } from './proof-form.tsx';

type Props = { readonly need: NonNullable<Me['need']>; readonly who: Me };

/** What somebody who is half signed in has to do before anything else. */
export function NeedPage({ need }: Props) {
  const { t } = useWords();
  const note = t(`identity.need.${need}`);
  return (
    <div className="narrow">
      <PageHead
        title={
          need === 'second-factor-setup'
            ? t('signIn.factorTitle')
            : need === 'credential'
              ? t('signIn.newPassword')
              : t('signIn.secondStep')
        }
        note={need === 'second-factor-setup' ? t('signIn.factorNote') : note}
      />
      <Paper withBorder p="lg">
        {need === 'second-factor' ? (
          <ProofForm onProved={() => undefined} />
        ) : need === 'credential' ? (
          <PasswordForm />
        ) : (
          <FactorSetup />
        )}
      </Paper>
    </div>
  );
}
