import { type ImplementedQuery, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Phrase } from '../../platform/words/words.ts';
import { requireFact } from '../register/index.ts';
import * as contract from './contract.ts';
import * as store from './leaving-store.ts';
import { openItems } from './open-items.ts';
import { contentsOf } from './sheet/sheet.ts';
import { wholeOrganisation } from './whole-organisation.ts';

export type RuleTitle = (rule: string) => Phrase | null;

/** Of what would be listed if somebody left now: more than this nobody reads, and the number of all says how many. */
const mostShown = 200;

const writeCursor = (place: readonly (string | number)[]): string => JSON.stringify(place);

function readCursor(cursor: string | undefined): readonly unknown[] {
  if (cursor === undefined) return [];
  try {
    const place: unknown = JSON.parse(cursor);
    return Array.isArray(place) ? place : refuse('people.bad-cursor');
  } catch {
    return refuse('people.bad-cursor');
  }
}

/** The last of a page names where the next one begins, where there is one. */
function pageOf<Item>(found: readonly Item[], limit: number, place: (last: Item) => readonly (string | number)[]) {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? writeCursor(place(last)) : null };
}

export function implementLeavingQueries(ruleTitle: RuleTitle): ImplementedQuery[] {
  async function titled<One extends store.Item>(tx: Transaction, items: readonly One[]) {
    const content = await contentsOf(tx, ruleTitle, items);
    return items.map((one) => ({ ...one, title: content(one) }));
  }

  return [
    implementQuery(contract.showLeaving, {
      place: wholeOrganisation,
      async answer({ tx, actor, now, today }, { person }) {
        await requireFact(tx, actor, { kind: 'person', id: person }, 'read');
        const found = await store.leavingOf(tx, person);
        if (found === null) {
          const open = await openItems(tx, person, { now: new Date(now / 1000), today });
          const shown = await titled(tx, open.slice(0, mostShown));
          return { output: { open: shown, openCount: open.length, leaving: null }, persons: [person] };
        }
        const { id, effectiveOn } = found;
        const state = found.state === 'waiting' ? ('waiting' as const) : ('over' as const);
        const leaving = { leaving: id, effectiveOn, state, ...(await store.countItems(tx, id)) };
        return { output: { open: [], openCount: 0, leaving }, persons: [person] };
      },
    }),
    implementQuery(contract.leavingItems, {
      place: wholeOrganisation,
      async answer({ tx }, { leaving, handed, cursor, limit }) {
        const [behind = -1] = readCursor(cursor);
        if (!Number.isSafeInteger(behind)) refuse('people.bad-cursor');
        const found = await store.itemsOf(tx, leaving, { handed, behind: Number(behind), limit: limit + 1 });
        const { items, next } = pageOf(found, limit, ({ position }) => [position]);
        const shown = (await titled(tx, items)).map((one) => ({
          ...one,
          handedAt: one.handedAt?.toISOString() ?? null,
        }));
        return {
          output: { items: shown, next },
          persons: [...new Set(items.flatMap(({ receiver }) => receiver ?? []))],
        };
      },
    }),
    implementQuery(contract.listLeavings, {
      place: wholeOrganisation,
      async answer({ tx }, { open = false, cursor, limit }) {
        const [day, id] = readCursor(cursor);
        const behind = cursor === undefined ? null : ([readDay(day), String(id)] as const);
        const found = await store.listLeavings(tx, { open, behind, limit: limit + 1 });
        const { items, next } = pageOf(found, limit, (last) => [last.effectiveOn, last.id]);
        const shown = items.map(({ id: leaving, state, ...one }) => ({
          leaving,
          ...one,
          still: [...one.still],
          state: state === 'waiting' ? ('waiting' as const) : ('over' as const),
        }));
        return { output: { items: shown, next }, persons: [...new Set(items.map(({ person }) => person))] };
      },
    }),
  ];
}

const readDay = (day: unknown): string =>
  typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : refuse('people.bad-cursor');
