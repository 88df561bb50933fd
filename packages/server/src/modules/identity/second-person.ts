import { type Role, reaches, scopeOf, staffRoles } from '@sallyport/core/access';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { RoomActs, Signing } from './room-acts.ts';
import { currentGrants, grantsOf } from './store/grants.ts';
import { type ActKind, type Holder, holdersOver, type PendingAct, unitOf } from './store/two-persons.ts';

/** Whose confirmation counts, by what is asked for, where this room itself does it. */
const secondRoles: Readonly<Partial<Record<ActKind, readonly Role[]>>> = {
  'break-glass': ['security-officer', 'auditor', 'unit-lead', 'counsel'],
  // No administrator: of two of them, neither would be anything else than one.
  recovery: ['security-officer', 'auditor'],
  'separation-end': ['security-officer', 'auditor'],
};

/** Nobody, of an act that no room knows any more. */
export async function signingOf(
  tx: Transaction,
  acts: RoomActs,
  act: Pick<PendingAct, 'kind' | 'details' | 'first' | 'subject' | 'unit'>,
  now: Date,
): Promise<Signing> {
  const { kind, details } = act;
  if (kind === 'identity-check') return checking(tx, act, now);
  const own = secondRoles[kind];
  if (own !== undefined) return { second: own, persons: [] };
  return (await acts[kind]?.signing(tx, details ?? {})) ?? { second: [], persons: [] };
}

/**
 * Who looks at the holder of a link: somebody of a role that the account holds, who learns nothing they may not read; for one without any,
 * the officer or the liaison of the unit; where there is no other of the role, the officer or the auditor. Never an administrator, who
 * holds none of these, and nobody whose hands the link went through.
 */
async function checking(
  tx: Transaction,
  act: Pick<PendingAct, 'details' | 'first' | 'subject' | 'unit'>,
  now: Date,
): Promise<Signing> {
  const held = (await currentGrants(tx, act.subject ?? '', now)).map(({ role }) => role);
  const content = held.filter((role) => staffRoles.has(role) && role !== 'administrator');
  const accounts = [act.details?.['madeBy'], act.details?.['askedBy']].flatMap((account) => account ?? []);
  const by = (second: readonly Role[]): Signing => ({ second, persons: [], accounts });
  const first = by(content.length > 0 ? content : ['security-officer', 'unit-liaison']);
  const { eligible } = await candidatesFor(tx, act, first, now);
  return eligible.length > 0 ? first : by(['security-officer', 'auditor']);
}

export type Candidates = {
  readonly eligible: readonly Holder[];
  /** Why somebody else may not be the second person. */
  whyNot(account: string): 'first' | 'subject' | 'hands' | 'line' | 'role';
};

/**
 * Who may be the second person (PEOPLE.md, "Two persons"): not the first, not the one it is about, nobody who leads the first or is led
 * by them; a second signature from within one line of command is the first one's signature twice.
 */
export async function candidatesFor(
  tx: Transaction,
  { first, subject, unit }: Pick<PendingAct, 'first' | 'subject' | 'unit'>,
  { second, persons, accounts = [] }: Signing,
  now: Date,
): Promise<Candidates> {
  const holders = await holdersOver(tx, second, unit, now);
  const leaders = new Set((await holdersOver(tx, ['unit-lead'], await unitOf(tx, first), now)).map(({ id }) => id));
  const leads = scopeOf({ 'unit-lead': 'grant' }, await grantsOf(tx, first, now), null);
  const inLine = (other: Holder): boolean =>
    leaders.has(other.id) || (leads !== null && reaches(leads, { person: null, unit: other.unit }));
  const isAbout = ({ id, person }: Holder): boolean => id === subject || (person !== null && persons.includes(person));
  const eligible = holders.filter(
    (holder) => holder.id !== first && !isAbout(holder) && !accounts.includes(holder.id) && !inLine(holder),
  );
  return {
    eligible,
    whyNot(account) {
      if (account === first) return 'first';
      const holder = holders.find(({ id }) => id === account);
      if (account === subject || (holder !== undefined && isAbout(holder))) return 'subject';
      if (accounts.includes(account)) return 'hands';
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
