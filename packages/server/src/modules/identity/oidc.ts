import type { Instant } from '@sallyport/core/calendar';
import type { Actor } from '../../platform/actions/actor.ts';
import {
  type ImplementedAction,
  type ImplementedQuery,
  implementAction,
  implementQuery,
} from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { knownDevice } from './attempts.ts';
import { linkOidc, oidcBegin, oidcReturnPath, oidcSignIn, unlinkOidc } from './contract.ts';
import { requireEnoughFactors } from './factors.ts';
import { challengeFor } from './limits.ts';
import { dateOf, later } from './moments.ts';
import { type Asked, createOidcClient } from './oidc-client.ts';
import { openSession, presentSignedIn } from './open-session.ts';
import type { IdentityParts } from './parts.ts';
import { ownAccount, ownSession } from './signed-in.ts';
import { lockAccount } from './store/accounts.ts';
import { answerOnce } from './store/challenges.ts';
import { accountOfSubject, linkSubject, unlinkSubject } from './store/subjects.ts';

type Purpose = 'sign-in' | 'link';
type Ticket = Asked & { readonly endsAt: Instant };

export function implementOidc(parts: IdentityParts): {
  readonly actions: ImplementedAction[];
  readonly queries: ImplementedQuery[];
} {
  const { database, clock, bearers, origins, sealer } = parts;
  const provider = parts.oidc === null ? null : createOidcClient(parts.oidc);
  const returnTo = (): string => `${origins()[0]}${oidcReturnPath}`;

  /** A ticket opens only for what it was made for: a link begun by one account links nothing to another. */
  const placeOf = (purpose: Purpose, { org, account }: Actor): string =>
    JSON.stringify(['oidc', purpose, org, purpose === 'link' ? account : null]);

  function openTicket(sealed: string, place: string): Ticket {
    const opened = sealer.open(Buffer.from(sealed, 'base64url'), place);
    const ticket = opened === null ? null : (JSON.parse(opened.toString()) as Ticket);
    return ticket !== null && ticket.endsAt >= clock.now() ? ticket : refuse('identity.oidc-refused');
  }

  async function finish(purpose: Purpose, actor: Actor, sealed: string, answer: string) {
    if (provider === null) return refuse('identity.oidc-not-set-up');
    const ticket = openTicket(sealed, placeOf(purpose, actor));
    const found = await provider.finish(returnTo(), answer, ticket);
    return found === null ? refuse('identity.oidc-refused') : { ...found, state: bearers.hash(ticket.state) };
  }

  return {
    queries: [
      implementQuery(oidcBegin, {
        async answer({ actor, now }, { purpose }) {
          if (purpose === 'link') ownSession(actor);
          if (provider === null) return refuse('identity.oidc-not-set-up');
          const begun = await provider.begin(returnTo());
          if (begun === null) return refuse('identity.oidc-unreachable');
          const ticket = JSON.stringify({ ...begun.asked, endsAt: now + challengeFor * 1_000_000 });
          const sealed = sealer.seal(Buffer.from(ticket), placeOf(purpose, actor)).toString('base64url');
          return { output: { address: begun.address, ticket: sealed } };
        },
      }),
    ],
    actions: [
      implementAction(
        oidcSignIn,
        {
          async prepare({ ticket, answer }, actor, { network, cookie }) {
            const { issuer, subject, state } = await finish('sign-in', actor, ticket, answer);
            const found = await database.inOrganisation(actor.org, async (tx) => {
              const account = await accountOfSubject(tx, issuer, subject);
              return { account, device: await knownDevice(tx, bearers, cookie, account?.id ?? null, clock.now()) };
            });
            if (found.account === null) return refuse('identity.oidc-not-linked');
            return { account: found.account, deviceKnown: found.device !== null, state, network };
          },
          async handle({ tx, now }, _input, { account: found, deviceKnown, state, network }) {
            const account = await lockAccount(tx, found.id);
            if (account?.status !== 'active') return refuse('identity.oidc-not-linked');
            if (!(await answerOnce(tx, state, 'oidc-sign-in', later(now, challengeFor))))
              return refuse('identity.oidc-refused');
            // Whatever the provider asked for, staff give their second factor here.
            const { id, staff, output } = await openSession(
              tx,
              parts,
              { account: account.id, factors: ['oidc'], network, deviceKnown },
              now,
            );
            return {
              output,
              entry: {
                subject: `account/${account.id}`,
                fields: { session: id, factor: 'oidc' },
                person: account.person,
                ...(staff ? {} : { context: 'none' as const }),
              },
            };
          },
        },
        presentSignedIn,
      ),
      implementAction(linkOidc, {
        prepare: ({ ticket, answer }, actor) => {
          ownSession(actor);
          return finish('link', actor, ticket, answer);
        },
        async handle({ tx, actor, now }, _input, { issuer, subject, state }) {
          const account = ownAccount(actor);
          if (!(await answerOnce(tx, state, 'oidc-link', later(now, challengeFor))))
            return refuse('identity.oidc-refused');
          if (!(await linkSubject(tx, { issuer, subject, account, at: dateOf(now) })))
            return refuse('identity.oidc-linked-already');
          return { output: {}, entry: { subject: `account/${account}`, fields: { issuer }, person: actor.person } };
        },
      }),
      implementAction(unlinkOidc, {
        async handle({ tx, actor, now }, { issuer }) {
          const account = ownAccount(actor);
          await lockAccount(tx, account);
          if ((await unlinkSubject(tx, account, issuer)) === 0) return refuse('request.not-found');
          await requireEnoughFactors(tx, actor, now);
          return { output: {}, entry: { subject: `account/${account}`, fields: { issuer }, person: actor.person } };
        },
      }),
    ],
  };
}
