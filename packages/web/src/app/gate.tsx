import { me, signInWays } from '@sallyport/server/contracts/identity';
import { aboutOrganisation } from '@sallyport/server/contracts/organisation';
import { Navigate, Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Loading } from '../ui/loading.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { ProblemError } from './api.ts';
import { useAsk } from './ask.ts';
import { mayOpen, navigationFor } from './navigation.ts';
import { NoRightPage } from './no-right-page.tsx';
import { keepSeat } from './seat.ts';
import { MeContext } from './session.ts';
import { Shell } from './shell.tsx';

const SignInPage = lazy(async () => ({ default: (await import('../features/sign-in/sign-in-page.tsx')).SignInPage }));
const NeedPage = lazy(async () => ({ default: (await import('../features/sign-in/need-page.tsx')).NeedPage }));

/** Pages that somebody comes to who has no session yet, or whose session is not complete. */
const ownWay: ReadonlySet<string> = new Set(['/enter', '/sign-in/oidc']);

/** Whoever is not signed in meets the sign-in page at whatever address they came to, and goes on there afterwards. */
export function Gate() {
  // Of the page that is drawn: the address is ahead of it while the next page is still being fetched.
  const at: string = useMatches().at(-1)?.routeId ?? '';
  const about = useAsk(aboutOrganisation, {}, { staleTime: Number.POSITIVE_INFINITY });
  const ways = useAsk(signInWays, {}, { refetchOnWindowFocus: false });
  const signedIn = ways.data?.signedIn === true;
  // Not when the window comes back to the front: somebody who went away to keep recovery codes still has to see them.
  const mine = useAsk(me, {}, { enabled: signedIn, refetchOnWindowFocus: false });

  const ended = mine.error instanceof ProblemError && mine.error.problem.status === 401;
  const who = signedIn && mine.error === null ? (mine.data ?? null) : null;
  const error = about.error ?? ways.error ?? (ended ? null : mine.error);
  if (about.data !== undefined) keepSeat(about.data.offset);

  return (
    <Shell who={who} demo={about.data?.demo === true} line={about.data?.line}>
      <MeContext value={who}>
        <Suspense fallback={<Loading />}>
          {error !== null ? (
            <ProblemView
              whole
              error={error}
              again={() => void Promise.all([about.refetch(), ways.refetch(), ...(signedIn ? [mine.refetch()] : [])])}
            />
          ) : about.data === undefined || ways.data === undefined ? (
            <Loading />
          ) : ownWay.has(at) ? (
            <Outlet />
          ) : !signedIn || ended ? (
            <SignInPage oidc={ways.data.oidc} />
          ) : who === null ? (
            <Loading />
          ) : who.need !== null ? (
            <NeedPage need={who.need} />
          ) : at === '/' && !navigationFor(who).some(({ to }) => to === '/') ? (
            <Navigate to={navigationFor(who)[0]?.to ?? '/mine'} replace />
          ) : !mayOpen(at, who) ? (
            <NoRightPage />
          ) : (
            <Outlet />
          )}
        </Suspense>
      </MeContext>
    </Shell>
  );
}
