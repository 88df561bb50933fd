import { type Day, formatDay, type Instant } from '@sallyport/core/calendar';
import type { SeenPort } from '../../platform/actions/asker.ts';
import { implementQuery } from '../../platform/actions/implement.ts';
import type { ClockPort } from '../../platform/actions/ports.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { accountNames } from '../identity/index.ts';
import { whoSaw } from './contract.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { insertSeen, listSeen } from './store/seen.ts';

type SeenParts = { readonly clock: ClockPort; readonly dayOf: (instant: Instant) => Day };

/** Who saw whose data, to the day (DECISIONS 10). Looking at one's own data is nobody's business. */
export const createSeen = ({ clock, dayOf }: SeenParts): SeenPort => ({
  record: async (tx, actor, persons, query) => {
    const others = persons.filter((person) => person !== actor.person);
    if (others.length === 0) return;
    const sight = { day: formatDay(dayOf(clock.now())), query, viewer: actor.account ?? actor.via };
    await insertSeen(tx, others, sight);
  },
});

export const implementWhoSaw = implementQuery(whoSaw, {
  async answer({ tx, actor }, { cursor, limit }) {
    const person = actor.person ?? refuse('privacy.no-person');
    const [day, query, viewer] = cursor === undefined ? [] : readCursor(cursor, 3);
    const after = day === undefined ? null : { day, query: query ?? '', viewer: viewer ?? '' };
    const found = await listSeen(tx, person, after, limit);
    const shown = found.slice(0, limit);
    const viewers = await accountNames(tx, [...new Set(shown.map((sight) => sight.viewer))]);
    const names = new Map(viewers.map(({ id, name }) => [id, name]));
    const items = shown.map((sight) => ({ ...sight, name: names.get(sight.viewer) ?? null }));
    const last = shown.at(-1);
    const next = found.length > limit && last !== undefined ? writeCursor([last.day, last.query, last.viewer]) : null;
    return { output: { items, next } };
  },
});
