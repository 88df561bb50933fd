import { mayReadFacts, mayRecordFacts, type Role } from '@sallyport/core/access';
import type { Admission } from '@sallyport/core/contract';
import type { Kind, Purpose } from '@sallyport/core/facts';
import type { me } from '@sallyport/server/contracts/identity';
import { createContext, use } from 'react';
import type { z } from 'zod';

export type Me = z.output<(typeof me)['output']>;

export const MeContext = createContext<Me | null>(null);

/** Whoever is signed in; only used below the gate of the shell, where somebody is. */
export function useMe(): Me {
  const found = use(MeContext);
  if (found === null) throw new Error('nobody is signed in here');
  return found;
}

const rolesOf = (who: Me): readonly Role[] => who.roles.map(({ role }) => role);

/** Whether to offer something. The program decides; this only spares people doors that will not open. */
export const isAdmitted = (admits: Admission, who: Me): boolean =>
  typeof admits === 'string' || rolesOf(who).some((role) => admits[role] !== undefined);

export const mayReadPurpose = (purpose: Purpose, who: Me): boolean =>
  rolesOf(who).some((role) => mayReadFacts(role, purpose));

export const mayRead = (kind: Kind, who: Me): boolean => mayReadPurpose(kind.purpose, who);

export const mayRecord = (kind: Kind, who: Me): boolean =>
  rolesOf(who).some((role) => mayRecordFacts(role, kind.purpose));
