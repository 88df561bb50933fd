import { formatDay } from '@sallyport/core/calendar';
import { implementAction, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { requireFact } from '../register/index.ts';
import * as contract from './contract.ts';
import * as store from './holder-store.ts';
import type { TripParts } from './load.ts';

/** Who decides as which role: named by the officer, dated, with deputies (AB角). */
export const implementHolders = ({ ids }: Pick<TripParts, 'ids'>) => ({
  actions: [
    implementAction(contract.nameHolder, {
      place: async (_tx, { unit }) => ({ person: null, unit }),
      async handle({ tx, actor, now, today }, { role, unit, person, deputy, from, until }) {
        await requireFact(tx, actor, { kind: 'person', id: person }, 'read');
        // Who may decide is not given to oneself.
        if (actor.person === person) refuse('trips.not-oneself');
        if (until !== null && until <= from) refuse('trips.ends-before');
        const there = await store.holdersNow(tx, formatDay(today));
        if (there.some((one) => one.role === role && one.unit === unit && one.person === person))
          refuse('trips.holds-already');
        const holder = ids.uuid();
        const given = { id: holder, role, unit, person, deputy, from, until };
        await store.insertHolder(tx, given, { account: actor.account, at: new Date(now / 1000) });
        return {
          output: { holder },
          entry: { subject: `trip-step-holder/${holder}`, fields: { role, unit, deputy, from, until }, person },
        };
      },
    }),
    implementAction(contract.endHolder, {
      async place(tx, { holder }) {
        const found = await store.holderOf(tx, holder);
        return found === null ? null : { person: null, unit: found.unit };
      },
      async handle({ tx, today }, { holder }) {
        const found = (await store.holderOf(tx, holder)) ?? refuse('request.not-found');
        if ((await store.endHolder(tx, holder, formatDay(today))) === 0) refuse('request.not-found');
        return {
          output: { holder },
          entry: { subject: `trip-step-holder/${holder}`, fields: { role: found.role }, person: found.person },
        };
      },
    }),
  ],
  queries: [
    implementQuery(contract.listHolders, {
      async answer({ tx, scope, today }) {
        const found = await store.holdersNow(tx, formatDay(today));
        const items = found
          .filter(({ unit }) => scope.whole || unit === null || scope.units.has(unit))
          .map(({ id, ...one }) => ({ holder: id, ...one }));
        return { output: { items }, persons: [...new Set(items.map(({ person }) => person))] };
      },
    }),
  ],
});
