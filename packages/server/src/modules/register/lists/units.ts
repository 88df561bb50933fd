import type { Scope } from '@sallyport/core/access';
import { formatDay } from '@sallyport/core/calendar';
import { implementQuery } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { listUnits } from '../contract/lists.ts';
import { kindNamed, scopeFor } from '../service.ts';
import { manyOf } from './few.ts';
import { namedPage } from './named-list.ts';
import type { Param } from './named-store.ts';
import { inForce } from './people.ts';
import { peopleOfUnits, unitsOfUnits } from './unit-store.ts';

/** Who leads a unit or is its liaison: the roles of accounts are another room's. */
type Lead = {
  readonly unit: string;
  readonly role: 'unit-lead' | 'unit-liaison';
  readonly name: string;
  readonly person: string | null;
};
export type LeadsOf = (tx: Transaction, units: readonly string[], now: Date) => Promise<Lead[]>;

/** Units, one level at a time or by name, with who leads them and how many there are. */
export const unitsQuery = (leadsOf: LeadsOf) =>
  implementQuery(listUnits, {
    async answer({ tx, actor, today, now }, { parent, inForceOn, ...list }) {
      const kind = kindNamed('unit');
      const scope = scopeFor(kind, actor, 'read') ?? refuse('request.not-allowed');
      const tests = (param: Param): string[] => [
        ...(scope.whole ? [] : [`fact.id = ANY (${param([...scope.units], 'text[]')})`]),
        ...levelOf(param, scope, parent, { search: list.search, day: inForceOn }),
        ...inForce(param, 'closed_on', inForceOn),
      ];
      const { rows, next, total } = await namedPage(tx, kind, list, tests);
      const ids = rows.map(({ id }) => id);
      const day = inForceOn ?? formatDay(today);
      const people = manyOf(await peopleOfUnits(tx, ids, day));
      const under = new Map((await unitsOfUnits(tx, ids, day)).map(({ of, count }) => [of, count]));
      const leads = await leadsOf(tx, ids, new Date(now / 1000));
      return {
        output: {
          items: rows.map((row) => ({
            id: row.id,
            name: row['name'] ?? '',
            parent: row['parent'] ?? null,
            establishedOn: row['established_on'] ?? null,
            closedOn: row['closed_on'] ?? null,
            leads: leads.filter(({ unit }) => unit === row.id).map(({ name, role }) => ({ name, role })),
            people: people(row.id),
            units: under.get(row.id) ?? 0,
          })),
          next,
          total,
        },
        persons: [...new Set(leads.flatMap(({ person }) => (person === null ? [] : [person])))],
      };
    },
  });

type Level = { readonly search: string | undefined; readonly day: string | undefined };

function levelOf(param: Param, scope: Scope, parent: string | undefined, { search, day }: Level): string[] {
  if (parent !== undefined) return [`fact.parent = ${param(parent, 'text')}`];
  if (search !== undefined) return [];
  // The highest within reach: what lies above them is not for the asker.
  const highest = ['fact.parent IS NULL'];
  if (!scope.whole) highest.push(`fact.parent <> ALL (${param([...scope.units], 'text[]')})`);
  // What was there on the day under a unit that was not stands for itself: nothing else leads to it.
  if (day !== undefined) {
    const on = param(day, 'date');
    highest.push(`NOT EXISTS (SELECT FROM fact_unit AS above WHERE above.org_id = fact.org_id AND above.id = fact.parent
      AND above.happened_on <= ${on} AND (above.closed_on IS NULL OR above.closed_on > ${on}))`);
  }
  return [`(${highest.join(' OR ')})`];
}
