import { Button, Text } from '@mantine/core';
import { linkOidc } from '@sallyport/server/contracts/identity';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { arrivedWith } from '../../app/arrived.ts';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { oidcSignInAsSent } from './as-sent.ts';
import { takeBegun } from './oidc.ts';

/** Where the provider sends the browser back to: what it said goes to the program, and the person goes on. */
export function OidcReturnPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const signIn = useAct(oidcSignInAsSent);
  const link = useAct(linkOidc);
  const [nothing, setNothing] = useState(false);
  const answered = useRef(false);

  useEffect(() => {
    if (answered.current) return;
    answered.current = true;
    const begun = takeBegun();
    const answer = arrivedWith.replace(/^\?/, '');
    if (begun === null || answer === '') return setNothing(true);
    const input = { ticket: begun.ticket, answer };
    const goOn = (to: string) => ({ onSuccess: () => void navigate({ to, replace: true }) });
    if (begun.purpose === 'link') link.mutate(input, goOn('/mine'));
    else signIn.mutate(input, goOn('/'));
  }, [link, signIn, navigate]);

  const error = signIn.error ?? link.error;
  return (
    <div className="narrow">
      <PageHead title={t('signIn.oidcTitle')} />
      {nothing ? <Text>{t('signIn.oidcNothing')}</Text> : error === null ? <Loading /> : null}
      <ProblemView error={error} />
      {nothing || error !== null ? (
        <Button variant="default" mt="md" onClick={() => void navigate({ to: '/', replace: true })}>
          {t('signIn.backToSignIn')}
        </Button>
      ) : null}
    </div>
  );
}
