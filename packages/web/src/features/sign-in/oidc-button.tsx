import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { goToProvider, type Purpose } from './oidc.ts';
import { namedAddress } from './passkeys.ts';

export function OidcButton({ purpose }: { readonly purpose: Purpose }) {
  const { t, language } = useWords();
  const go = useMutation({ mutationFn: () => goToProvider(purpose, language) });
  // The provider knows one address to send the browser back to, and this is not it.
  if (namedAddress() !== null) return null;
  return (
    <>
      <Button variant="default" loading={go.isPending} onClick={() => go.mutate()}>
        {t(purpose === 'sign-in' ? 'signIn.useOidc' : 'signIn.linkOidc')}
      </Button>
      <ProblemView error={go.error} />
    </>
  );
}
