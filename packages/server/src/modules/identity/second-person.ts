import { type Role, reaches, scopeOf } from '@sallyport/core/access';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { RoomActs, Signing } from './room-acts.ts';
import { grantsOf } from './store/grants.ts';
import { type ActKind, type Holder, holdersOver, type PendingAct, unitOf } from './store/two-persons.ts';

/** Whose confirmation counts, by what is asked for, where this room itself does it. */
const secondRoles: Readonly<Partial<Record<ActKind, readonly Role[]>>> = {
  'break-glass': ['security-officer', 'auditor', 'unit-lead', 'counsel'],
  recovery: ['administrator', 'security-officer', 'auditor'],
  'separation-end': ['security-officer', 'auditor'],
};

/** Nobody, of an act that no room knows any more. */
export async function signingOf(
  tx: Transaction,
  acts: RoomActs,
  { kind, details }: Pick<PendingAct, 'kind' | 'details'>,
): Promise<Signing> {
  const own = secondRoles[kind];
  if (own !== undefined) return { second: own, persons: [] };
  return (await acts[kind]?.signing(tx, details ?? {})) ?? { second: [], persons: [] };
}

export type Candidates = {
  readonly eligible: readonly Holder[];
  /** Why somebody else may not be the second person. */
  whyNot(account: string): 'first' | 'subject' | 'line' | 'role';
};

/**
 * Who may be the second person (PEOPLE.md, "Two persons"): not the first, not the one it is about, nobody who leads the first or is led
 * by them; a second signature from within one line of command is the first one's signature twice.
 */
export async function candidatesFor(
  tx: Transaction,
  { first, subject, unit }: Pick<PendingAct, 'first' | 'subject' | 'unit'>,
  { second, persons }: Signing,
  now: Date,
): Promise<Candidates> {
  const holders = await holdersOver(tx, second, unit, now);
  const leaders = new Set((await holdersOver(tx, ['unit-lead'], await unitOf(tx, first), now)).map(({ id }) => id));
  const leads = scopeOf({ 'unit-lead': 'grant' }, await grantsOf(tx, first, now), null);
  const inLine = (other: Holder): boolean =>
    leaders.has(other.id) || (leads !== null && reaches(leads, { person: null, unit: other.unit }));
  const isAbout = ({ id, person }: Holder): boolean => id === subject || (person !== null && persons.includes(person));
  const eligible = holders.filter((holder) => holder.id !== first && !isAbout(holder) && !inLine(holder));
  return {
    eligible,
    whyNot(account) {
      if (account === first) return 'first';
      const holder = holders.find(({ id }) => id === account);
      if (account === subject || (holder !== undefined && isAbout(holder))) return 'subject';
      return holder === undefined ? 'role' : 'line';
    },
  };
}

/** Whether one of two accounts leads the unit of the other: a signature from within one line of command is the same one twice. */
export async function inOneLine(tx: Transaction, one: string, other: string, now: Date): Promise<boolean> {
  const isLedBy = async (led: string, by: string): Promise<boolean> =>
    (await holdersOver(tx, ['unit-lead'], await unitOf(tx, led), now)).some(({ id }) => id === by);
  return (await isLedBy(one, other)) || (await isLedBy(other, one));
}

/** The persons who may, by name; so few that it is no list of who holds which role. */
export const namesOf = ({ eligible }: Candidates): string[] => eligible.slice(0, 5).map(({ name }) => name);
