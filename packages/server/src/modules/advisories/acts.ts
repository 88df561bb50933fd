import { formatDay } from '@sallyport/core/calendar';
import { isPlace, levels, levels as order, riskNames } from '@sallyport/core/trips';
import { z } from 'zod';
import type { QueryContext } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { type ActDetails, openActs, type RoomAct, type RoomActs } from '../identity/index.ts';
import { type TellParts, tellOfChange } from './concern.ts';
import type { Change } from './notice-store.ts';
import * as store from './store.ts';

const jsonOf = <T>(schema: z.ZodType<T>) => z.string().transform((text) => schema.parse(JSON.parse(text)));

/** What is put down with the act until it is signed. */
const proposal = z.strictObject({
  follows: z.string().nullable(),
  places: jsonOf(z.array(z.string())),
  levels: jsonOf(z.partialRecord(z.enum(riskNames), z.enum(levels))),
  said: z.string(),
  source: z.string(),
  lastDay: z.string(),
});
type Proposal = z.output<typeof proposal>;

export const putDown = ({ follows, places, levels: given, said, source, lastDay }: Proposal): ActDetails => ({
  follows,
  places: JSON.stringify(places),
  levels: JSON.stringify(given),
  said,
  source,
  lastDay,
});

/** What has become of an advisory that another follows, by the levels alone. */
export function changeOf(before: store.Levels | null, after: store.Levels): Change {
  if (before === null) return 'published';
  const at = (of: store.Levels, risk: (typeof riskNames)[number]): number => {
    const level = of[risk];
    return level === undefined ? -1 : order.indexOf(level);
  };
  if (riskNames.some((risk) => at(after, risk) > at(before, risk))) return 'raised';
  return riskNames.some((risk) => at(after, risk) < at(before, risk)) ? 'lowered' : 'changed';
}

// No lead of a unit: the list is of the whole house.
const signing = async () => ({ second: ['approver', 'counsel', 'security-officer'] as const, persons: [] });

type Parts = TellParts & { readonly ids: { readonly uuid: () => string } };

/** Puts an advisory in force, or ends one early: what two persons decide (PEOPLE.md, "Two persons"). */
export function createAdvisoryActs(parts: Parts): RoomActs {
  const publish: RoomAct = {
    signing,
    async told(given, tx) {
      const { places, levels: of, said, source, lastDay, follows } = proposal.parse(given);
      // Whoever signs sees what is given up by it.
      const former = follows === null ? null : await store.advisoryOf(tx, follows);
      const before = former === null ? null : { places: [...former.places], levels: former.levels };
      return { about: 'advisory', places, levels: of, said, source, lastDay, before };
    },
    async confirm(context, { first, reason, details }) {
      const { tx, actor, today, now } = context;
      await store.inTurn(tx);
      const proposed = proposal.parse(details);
      const day = formatDay(today);
      if (proposed.lastDay < day) refuse('advisories.lapsed-already');
      const before = proposed.follows === null ? null : await store.advisoryOf(tx, proposed.follows);
      if (proposed.follows !== null && (before === null || before.endedOn !== null)) refuse('advisories.not-in-force');
      const id = parts.ids.uuid();
      if (before !== null && (await store.setEnded(tx, before.id, day, null)) === 0) refuse('advisories.not-in-force');
      const { follows: _follows, ...content } = proposed;
      await store.insertAdvisory(tx, {
        ...content,
        id,
        line: before?.line ?? id,
        number: (before?.number ?? 0) + 1,
        reason,
        from: day,
        first,
        second: actor.account,
        at: new Date(now / 1000),
      });
      const change = changeOf(before?.levels ?? null, proposed.levels);
      const told = await tellOfChange(context, parts, { id, places: proposed.places }, change);
      if (before !== null) {
        const left = before.places.filter((place) => !proposed.places.some((kept) => isPlace(kept, place)));
        if (left.length > 0)
          await tellOfChange(context, parts, { id: before.id, places: left }, 'ended', proposed.places);
      }
      return { fields: { advisory: id, ...proposed, reason, change, told }, person: null };
    },
  };
  const end: RoomAct = {
    signing,
    async told(given, tx) {
      const one = await store.advisoryOf(tx, given['advisory'] ?? '');
      if (one === null) return null;
      const { places, levels: of, said, source, lastDay } = one;
      return { about: 'advisory', places: [...places], levels: of, said, source, lastDay, before: null };
    },
    async confirm(context, { reason, details }) {
      const { tx, today } = context;
      const one = (await store.advisoryOf(tx, details['advisory'] ?? '')) ?? refuse('advisories.not-in-force');
      if ((await store.setEnded(tx, one.id, formatDay(today), reason)) === 0) refuse('advisories.not-in-force');
      const told = await tellOfChange(context, parts, one, 'ended');
      return { fields: { advisory: one.id, reason, told }, person: null };
    },
  };
  return { advisory: publish, 'advisory-end': end };
}

/** What waits for its second person. */
export async function waitingActs({ tx, now, actor }: Pick<QueryContext, 'tx' | 'now' | 'actor'>) {
  const waiting = [];
  for (const { id: act, kind, first, endsAt, details } of await openActs(tx, new Date(now / 1000))) {
    if (details === null || (kind !== 'advisory' && kind !== 'advisory-end')) continue;
    const ends = kind === 'advisory-end';
    const follows = details[ends ? 'advisory' : 'follows'] ?? null;
    const places = ends ? ((await store.advisoryOf(tx, follows ?? ''))?.places ?? []) : proposal.parse(details).places;
    waiting.push({
      act,
      ends,
      follows,
      places: [...places],
      endsAt: endsAt.toISOString(),
      mine: first === actor.account,
    });
  }
  return waiting;
}
