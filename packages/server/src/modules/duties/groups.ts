import type { Scope } from '@sallyport/core/access';
import type { Day } from '@sallyport/core/calendar';
import { implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { dutyAssignees, dutyGroups } from './contract.ts';
import type { Engine } from './engine.ts';
import { filterOf } from './filter.ts';
import { type Named, namedAfter, peopleAssigned, rulesThere, unitsThere } from './groups-store.ts';
import { type DutyFilter, planForValues } from './list-store.ts';

/** Units and people looked at in one statement, and statements in one answer: what is rare is found over several pages. */
const [atOnce, mostLooks] = [200, 8];

/** What a list can be read by, where there is something under it. No group says how much: the list under it does. */
export const implementGroups = (engine: Engine) =>
  implementQuery(dutyGroups, {
    async answer({ tx, scope, today }, { by, order, cursor, limit, ...asked }) {
      await planForValues(tx);
      const filter = await filterOf(tx, engine, asked);
      if (by === 'rule') return { output: { groups: await ruleGroups(tx, engine, scope, filter, today), next: null } };
      const { found, next } = await look(readCursor(cursor), limit, {
        of: (behind, most) => namedAfter(tx, 'unit', scope, { order, behind, most, ids: filter.units ?? null }),
        there: (units) => unitsThere(tx, scope, filter, today, units),
      });
      return { output: { groups: found.map(({ id, name }) => ({ id, title: { zh: name, en: name } })), next } };
    },
  });

/**
 * By person, in the order of names and without a figure: for the officer, the liaison for their units, and the person (PEOPLE.md). Whoever
 * may see the duties in another role alone is not offered it.
 */
export const implementAssignees = (engine: Engine) =>
  implementQuery(dutyAssignees, {
    async answer({ tx, scope, today }, { order, cursor, limit, ...asked }) {
      await planForValues(tx);
      const filter = await filterOf(tx, engine, asked);
      const { found, next } = await look(readCursor(cursor), limit, {
        of: (behind, most) => namedAfter(tx, 'person', scope, { order, behind, most, ids: null }),
        there: (people) => peopleAssigned(tx, scope, filter, today, people),
      });
      return {
        output: { people: found.map(({ id, name }) => ({ id, name })), next },
        persons: found.map(({ id }) => id),
      };
    },
  });

async function ruleGroups(tx: Transaction, engine: Engine, scope: Scope, filter: DutyFilter, today: Day) {
  const all = [...new Map(engine.law.rules.map((rule) => [rule.id, rule])).values()]
    .filter(({ id }) => filter.rules === undefined || filter.rules.includes(id))
    // What speaks of one thing stands together.
    .toSorted((one, two) => compare(one.concerns, two.concerns) || compare(one.id, two.id));
  const there = new Set(
    await rulesThere(
      tx,
      scope,
      filter,
      today,
      all.map(({ id }) => id),
    ),
  );
  return all.filter(({ id }) => there.has(id)).map(({ id, title }) => ({ id, title }));
}

const compare = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0);

type Source = {
  readonly of: (behind: Behind | null, most: number) => Promise<readonly Named[]>;
  readonly there: (ids: readonly string[]) => Promise<readonly string[]>;
};

/** Goes through names in their order until a page is full or enough was looked at. */
async function look(from: Behind | null, limit: number, { of, there }: Source) {
  const found: Named[] = [];
  let behind = from;
  for (let looks = 0; looks < mostLooks; looks++) {
    const names = await of(behind, atOnce);
    const held = new Set(await there(names.map(({ id }) => id)));
    for (const one of names) {
      behind = one;
      if (held.has(one.id)) found.push(one);
      if (found.length === limit) return { found, next: writeCursor(one) };
    }
    if (names.length < atOnce) return { found, next: null };
  }
  return { found, next: behind === null ? null : writeCursor(behind) };
}

type Behind = Pick<Named, 'at' | 'id'>;

const writeCursor = ({ at, id }: Behind): string => Buffer.from(JSON.stringify([at, id])).toString('base64url');

function readCursor(text: string | undefined): Behind | null {
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === 2) {
      const [at, id] = value as unknown[];
      if (typeof at === 'string' && typeof id === 'string' && !`${at}${id}`.includes('\0')) return { at, id };
    }
  } catch {
    // Refused below, as every other thing that is no cursor.
  }
  return refuse('duties.bad-cursor');
}
