import { type Day, formatDay, parseDay } from '@sallyport/core/calendar';
import { vocabulary } from '@sallyport/core/facts';
import { implementAction, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { HeldOf } from '../register/index.ts';
import * as contract from './contract.ts';
import { isChecked, type PrivacyParts } from './parts.ts';
import * as store from './store/holds.ts';
import { wholeOrganisation } from './whole-organisation.ts';

/** A hold that goes on longer is made again, with its reason. */
const longest = 1096;

/** Refuses an end that is not later than today or further away than it may be. */
export function requireEnd(until: string, today: Day, days: number): void {
  const end = parseDay(until);
  if (end === null || end <= today || end > today + days) refuse('privacy.end-out-of-bounds', { days });
}

export const implementHold = ({ ids, law }: Pick<PrivacyParts, 'ids' | 'law'>) =>
  implementAction(contract.hold, {
    place: wholeOrganisation,
    async handle({ tx, actor, today }, { kind, target, clause, reason, until }) {
      if (!vocabulary.kinds.has(kind)) refuse('privacy.no-such-kind', { kind });
      if (!isChecked(law, clause)) refuse('privacy.clause-unknown', { clause });
      requireEnd(until, today, longest);
      const id = ids.uuid();
      const from = formatDay(today);
      await store.insertHold(tx, { id, kind, target, clause, reason, from, until, account: actor.account });
      return {
        output: { hold: id },
        entry: {
          subject: `hold/${id}`,
          fields: { kind, target, clause, reason, until },
          person: personOf(kind, target),
        },
      };
    },
  });

const personOf = (kind: string, target: string): string | null => (kind === 'person' ? target : null);

export const releaseAction = implementAction(contract.release, {
  place: wholeOrganisation,
  async handle({ tx, actor, today }, { hold, reason }) {
    const known = (await store.findHold(tx, hold)) ?? refuse('request.not-found');
    const released = await store.releaseHold(tx, hold, { today: formatDay(today), reason, account: actor.account });
    if (!released) refuse('privacy.already-ended');
    const person = personOf(known.kind, known.target);
    return { output: { hold }, entry: { subject: `hold/${hold}`, fields: { reason }, person } };
  },
});

export const holdsQuery = implementQuery(contract.holds, {
  place: wholeOrganisation,
  async answer({ tx, today }, { cursor, limit }) {
    const found = await store.listHolds(tx, cursor ?? null, limit);
    const items = found.slice(0, limit).map(({ id, releasedOn, ...hold }) => ({
      hold: id,
      ...hold,
      ended: releasedOn !== null || hold.until <= formatDay(today),
    }));
    return { output: { items, next: found.length > limit ? (items.at(-1)?.hold ?? null) : null } };
  },
});

/** What holds on a day: persons with their accounts, and single facts. */
export type Held = { readonly ids: readonly string[]; readonly factsOf: HeldOf; readonly holds: readonly store.Hold[] };

export async function heldOn(tx: Transaction, today: Day, accountsOf: PrivacyParts['accountsOf']): Promise<Held> {
  const holds = await store.activeHolds(tx, formatDay(today));
  const persons = holds.filter(({ kind }) => kind === 'person').map(({ target }) => target);
  const ids = [...persons];
  for (const person of persons) ids.push(...(await accountsOf(tx, person)));
  const factsOf: HeldOf = (of) => ({
    persons,
    facts: holds.filter(({ kind }) => kind === of).map(({ target }) => target),
  });
  return { ids, factsOf, holds };
}
