import { me } from '@sallyport/server/contracts/identity';
import { Outlet, useLocation } from '@tanstack/react-router';
import { NeedPage } from '../features/sign-in/need-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { ProblemError } from './api.ts';
import { useAsk } from './ask.ts';
import { MeContext } from './session.ts';
import { Shell } from './shell.tsx';

/** Whoever is not signed in meets the sign-in page at whatever address they came to, and goes on there afterwards. */
export function Gate() {
  const { pathname } = useLocation();
  const { data, error, isPending, refetch } = useAsk(me, {});
  const unknown = error instanceof ProblemError && error.problem.status === 401;
  const who = error === null ? (data ?? null) : null;

  return (
    <Shell who={who}>
      <MeContext value={who}>
        {pathname === '/enter' ? (
          <Outlet />
        ) : isPending ? (
          <Loading />
        ) : unknown ? (
          <SignInPage />
        ) : who === null ? (
          <ProblemView error={error} again={() => void refetch()} />
        ) : who.need === null ? (
          <Outlet />
        ) : (
          <NeedPage need={who.need} who={who} />
        )}
      </MeContext>
    </Shell>
  );
}
