import { type ImplementedQuery, implementQuery } from '../../platform/actions/implement.ts';
import { signInWays } from './contract.ts';
import type { IdentityParts } from './parts.ts';

export const signInWaysQuery = ({ oidc }: Pick<IdentityParts, 'oidc'>): ImplementedQuery =>
  implementQuery(signInWays, {
    async answer({ actor }) {
      return { output: { signedIn: actor.account !== null, oidc: oidc !== null } };
    },
  });
