import { staffRoles } from '@sallyport/core/access';
import { dayAt, formatDay, type Instant } from '@sallyport/core/calendar';
import { type Actor, nobody } from '../../platform/actions/actor.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { routingOf } from './bearer.ts';
import { cookieOf, sessionCookie } from './cookies.ts';
import { freshFor, sessionLimits, touchEvery } from './limits.ts';
import { dateOf, later } from './moments.ts';
import { requireOwnOrigin } from './origin.ts';
import type { IdentityParts } from './parts.ts';
import { gaveSecondFactor, permittedTo } from './standing.ts';
import { credentialsOf } from './store/factors.ts';
import { grantsOf } from './store/grants.ts';
import { sessionByHash, touchSession } from './store/sessions.ts';
import { noteTokenUse, tokenByHash } from './store/tokens.ts';

type Parts = Pick<IdentityParts, 'database' | 'clock' | 'bearers' | 'tenants' | 'origins'>;

/** Names the organisation that a request without a session is for, by its routing id; otherwise it is the installation's first. */
const organisationHeader = 'sallyport-organisation';

/** Who sends a request: the holder of a token or of a session, or nobody in the organisation it is addressed to. */
export function createAuthenticate(parts: Parts): (request: Request) => Promise<Actor> {
  const { database, clock, bearers, tenants, origins } = parts;

  async function bySecret(token: string, find: (tx: Transaction, now: Instant) => Promise<Actor | null>) {
    const routing = routingOf(token);
    const org = routing === null ? null : await tenants.orgOf(routing);
    return org === null ? null : database.inOrganisation(org, (tx) => find(tx, clock.now()));
  }

  return async (request) => {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    // A page of another site cannot send this header without asking first.
    if (bearer !== undefined) {
      const holder = await bySecret(bearer, (tx, now) => tokenActor(tx, bearers.hash(bearer), now));
      if (holder !== null) return holder;
    } else {
      const cookie = cookieOf(request.headers.get('cookie'), sessionCookie);
      requireOwnOrigin(request, origins(), cookie !== null);
      const holder =
        cookie === null ? null : await bySecret(cookie, (tx, now) => sessionActor(tx, bearers.hash(cookie), now));
      if (holder !== null) return holder;
    }
    // A browser may remember one of another installation that stood at this address: what is not known here names nobody.
    const named = await tenants.orgOf(request.headers.get(organisationHeader));
    const org = named ?? (await tenants.orgOf(null));
    // In an organisation that there is none of, nothing is found and nothing can be done.
    return nobody(org ?? '');
  };
}

async function sessionActor(tx: Transaction, hash: Buffer, at: Instant): Promise<Actor | null> {
  const now = dateOf(at);
  const session = await sessionByHash(tx, hash, now);
  if (session === null) return null;
  const grants = await grantsOf(tx, session.account, now);
  const staff = grants.some(({ role }) => staffRoles.has(role));
  if (now.getTime() - session.usedAt.getTime() > touchEvery * 1000)
    await touchSession(tx, session.id, now, later(at, sessionLimits[staff ? 'staff' : 'others'].idle));
  const standing = { ...(await credentialsOf(tx, session.account)), staff, factors: session.factors };
  return {
    org: tx.org,
    account: session.account,
    person: session.person,
    grants,
    via: 'session',
    secondFactor: gaveSecondFactor(standing),
    fresh: now.getTime() - session.provedAt.getTime() <= freshFor * 1000,
    only: permittedTo(standing),
    session: session.id,
  };
}

/** A token acts with the roles its account holds now, for what it was made for, and never where a fresh proof is asked for. */
async function tokenActor(tx: Transaction, hash: Buffer, at: Instant): Promise<Actor | null> {
  const token = await tokenByHash(tx, hash, dateOf(at));
  if (token === null) return null;
  const today = formatDay(dayAt(at, 0));
  if (token.usedOn !== today) await noteTokenUse(tx, token.id, today);
  return {
    org: tx.org,
    account: token.account,
    person: token.person,
    grants: await grantsOf(tx, token.account, dateOf(at)),
    via: 'token',
    secondFactor: token.secondFactor,
    fresh: false,
    only: new Set(token.scopes),
    session: null,
  };
}
