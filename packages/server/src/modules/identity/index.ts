import type { Actor } from '../../platform/actions/actor.ts';
import type { Room } from '../../platform/actions/implement.ts';
import type { RunAction } from '../../platform/actions/runner.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import { deriveKey } from '../../platform/secrets/derive-key.ts';
import { createSealer } from '../../platform/secrets/sealer.ts';
import { implementAcceptLink } from './accept-link.ts';
import { accountQueries, implementAccounts } from './accounts.ts';
import { createAuthenticate } from './authenticate.ts';
import { createBearers } from './bearer.ts';
import { implementFactors } from './factors.ts';
import { implementJobs, jobsOf } from './jobs.ts';
import { implementLinks } from './links.ts';
import { meQuery } from './me.ts';
import namesEn from './names/words.en.json' with { type: 'json' };
import namesZh from './names/words.zh.json' with { type: 'json' };
import { implementOidc } from './oidc.ts';
import type { IdentityDeps, IdentityParts } from './parts.ts';
import { implementPasskeys } from './passkeys.ts';
import { createPasswords } from './password.ts';
import { implementProve } from './prove.ts';
import { implementRoles, roleQueries } from './roles.ts';
import { sessionActions, sessionQueries } from './sessions.ts';
import { implementSignIn } from './sign-in.ts';
import { signInWaysQuery } from './sign-in-ways.ts';
import { createTenants } from './tenants.ts';
import { implementTokens, tokenQueries } from './tokens.ts';
import { implementTwoPersons } from './two-persons.ts';
import { implementPendingActs, noticesQuery } from './two-persons-shown.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { createActingFor } from './acting.ts';
export { askSecond } from './ask-second.ts';
export { closeAccountsOfPerson } from './close-account.ts';
export { identityColumns } from './columns.ts';
export { roleName } from './names/role-name.ts';
export type { IdentityDeps } from './parts.ts';
export type { RoomAct, RoomActs, Signing } from './room-acts.ts';
export { inOneLine } from './second-person.ts';
export { type Beginner, beginnersOf, somebodyInvites, somebodySignsIn } from './store/beginners.ts';
export { leadsOfUnits } from './store/leads.ts';
export { isLedByOneOf } from './store/led-by.ts';
export { moveAccount } from './store/move-account.ts';
export { accountsOfPerson, hasAccounts, hasOwnSignIn } from './store/of-person.ts';
export { officersOver } from './store/officers.ts';
export { rolesOfPerson } from './store/roles-of-person.ts';
export { type ActDetails, accountNames, forgetActsAbout, openActs } from './store/two-persons.ts';

export type Identity = Room & {
  /** Who sends a request: given to `createApi`. */
  readonly authenticate: (request: Request) => Promise<Actor>;
  readonly jobs: (run: RunAction) => JobDefinition[];
};

/**
 * Accounts, sessions, roles and acts of two persons.
 *
 * @example
 * const identity = createIdentity({
 *   database, clock, ids, pepper: secrets.tokenPepper, sealingKey: secrets.keyEncryptionKey,
 *   origins: () => ownOrigins(config.publicUrl, config.port),
 *   oidc: config.oidc,
 *   knows: (name) => program.catalogue.actions.has(name) || program.catalogue.queries.has(name), concerned,
 * });
 * const program = compose({ …, rooms: [identity, …], authenticate: identity.authenticate });
 */
export function createIdentity({ sealingKey, ...deps }: IdentityDeps): Identity {
  const parts: IdentityParts = {
    ...deps,
    passwords: deps.passwords ?? createPasswords(),
    bearers: createBearers(deps.pepper),
    tenants: createTenants(deps.database),
    sealer: createSealer({ key: deriveKey(sealingKey, 'identity') }),
  };
  const oidc = implementOidc(parts);
  const passkeys = implementPasskeys(parts);
  const ofTheMachine = implementJobs(parts);
  return {
    actions: [
      implementSignIn(parts),
      implementProve(parts),
      ...sessionActions,
      ...implementFactors(parts),
      ...passkeys.actions,
      ...oidc.actions,
      ...implementLinks(parts),
      implementAcceptLink(parts),
      ...implementAccounts(parts),
      ...implementRoles(parts),
      ...implementTokens(parts),
      ...implementTwoPersons(parts),
      ...ofTheMachine,
    ],
    queries: [
      meQuery,
      signInWaysQuery(parts),
      ...sessionQueries,
      ...accountQueries,
      ...roleQueries,
      ...passkeys.queries,
      ...oidc.queries,
      ...tokenQueries,
      implementPendingActs(parts),
      noticesQuery,
    ],
    // What accounts are said to have is said in the console as well; the rest is not fetched there.
    words: { zh: { ...zh, ...namesZh }, en: { ...en, ...namesEn } },
    authenticate: createAuthenticate(parts),
    jobs: (run) => jobsOf(ofTheMachine, run),
  };
}
export { endTokensUnder } from './store/tokens.ts';
