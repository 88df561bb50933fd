import { hasClassifiedMark } from '@sallyport/core/facts';
import { type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { askSecond, openActs, type RoomActs } from '../identity/index.ts';
import { countHeld, isAboutOneOf, kindNamed, lastNames } from '../register/index.ts';
import * as contract from './contract.ts';
import { eraserOf } from './eraser.ts';
import { heldOn } from './holds.ts';
import type { PrivacyParts } from './parts.ts';
import { wholeOrganisation } from './whole-organisation.ts';

/** Somebody's data erased before its bound: asked for by one, done when another has signed (PEOPLE.md, "Two persons"). */
export function implementErasePerson(parts: PrivacyParts): {
  readonly actions: ImplementedAction[];
  readonly acts: RoomActs;
} {
  const { erase, replay } = eraserOf(parts);

  async function refuseHeld({ tx, today }: Parameters<typeof erase>[0], person: string): Promise<void> {
    const { holds } = await heldOn(tx, today, parts.accountsOf);
    const entries = [person, ...(await parts.mergedInto(tx, person))];
    for (const { kind, target, clause, until } of holds) {
      const held = kind === 'person' ? entries.includes(target) : await isAboutOneOf(tx, kind, target, entries);
      if (held) refuse('privacy.on-hold', { clause, until });
    }
  }

  const personOf = (details: Readonly<Record<string, string | null>>): string => details['person'] ?? '';
  const sum = (held: Awaited<ReturnType<typeof countHeld>>): number =>
    held.reduce((total, { records }) => total + records, 0);

  const acts: Required<Pick<RoomActs, 'erasure'>> = {
    erasure: {
      signing: async (tx, details) => ({
        second: ['security-officer', 'counsel', 'auditor'],
        persons: [personOf(details), ...(await parts.mergedInto(tx, personOf(details)))],
      }),
      async told(details, tx) {
        const person = personOf(details);
        const names = await lastNames(tx, kindNamed('person'), [person]);
        return {
          about: 'person',
          person,
          name: names.get(person) ?? null,
          records: sum(await countHeld(tx, person)),
        };
      },
      async confirm(context, { details }) {
        // What was put on hold since it was asked for stays.
        await refuseHeld(context, personOf(details));
        const erased = await erase(context, personOf(details));
        return { fields: { erased: erased.length }, person: null };
      },
    },
  };

  const ask = implementAction(contract.erasePerson, {
    place: wholeOrganisation,
    async handle(context, { person, reason }) {
      const { tx, now } = context;
      if (hasClassifiedMark(reason)) refuse('register.classified-mark');
      const names = await lastNames(tx, kindNamed('person'), [person]);
      if (names.size === 0 && sum(await countHeld(tx, person)) === 0) refuse('request.not-found');
      await refuseHeld(context, person);
      const waiting = await openActs(tx, new Date(now / 1000));
      if (waiting.some(({ kind, details }) => kind === 'erasure' && details?.['person'] === person))
        refuse('privacy.already-asked');
      const details = { person };
      const act = { kind: 'erasure', subject: null, role: null, unit: null, reason, details } as const;
      const output = await askSecond(context, parts, act, await acts.erasure.signing(tx, details));
      return {
        output,
        entry: { subject: `two-person-act/${output.act}`, fields: { kind: 'erasure', person, reason }, person },
      };
    },
  });

  return { actions: [ask, replay], acts };
}
