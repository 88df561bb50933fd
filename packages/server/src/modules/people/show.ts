import { addDays, type Day, formatDay, type Instant } from '@sallyport/core/calendar';
import { type ImplementedQuery, implementQuery } from '../../platform/actions/implement.ts';
import { kindNamed, lastNames } from '../register/index.ts';
import * as contract from './contract.ts';
import { signWithin } from './merge.ts';
import * as store from './merge-store.ts';
import { wholeOrganisation } from './whole-organisation.ts';

/** At most as many pairs as somebody looks at in a sitting. */
const mostPairs = 100;
const shownFor = 60 * 86_400_000;

export function implementShow(dayOf: (instant: Instant) => Day): ImplementedQuery[] {
  return [
    implementQuery(contract.findDoubles, {
      place: wholeOrganisation,
      async answer({ tx }) {
        const found = await store.findDoubles(tx, mostPairs + 1);
        const pairs = found.slice(0, mostPairs).map(({ because, ...two }) => ({
          because,
          one: { id: two.one, name: two.oneName, unit: two.oneUnit },
          other: { id: two.other, name: two.otherName, unit: two.otherUnit },
        }));
        const persons = [...new Set(pairs.flatMap(({ one, other }) => [one.id, other.id]))];
        return { output: { pairs, more: found.length > mostPairs }, persons };
      },
    }),
    implementQuery(contract.listMerges, {
      place: wholeOrganisation,
      async answer({ tx, actor, now }) {
        const at = now / 1000;
        const found = await store.latestMerges(tx, new Date(at - shownFor));
        // Who asked and nobody signed within a day: nothing came of it.
        const shown = found.filter(({ state, askedAt }) => state !== 'asked' || at - askedAt.getTime() <= signWithin);
        const persons = [...new Set(shown.flatMap(({ kept, gone }) => [kept, gone]))];
        const names = await lastNames(tx, kindNamed('person'), persons);
        return {
          output: {
            items: shown.map(({ id, state, kept, gone, fields, reason, askedAt, mergedAt, firstAccount }) => ({
              merge: id,
              state,
              kept,
              gone,
              names: { kept: names.get(kept) ?? kept, gone: names.get(gone) ?? gone },
              changes: Object.entries(fields).map(([field, to]) => ({ field, to })),
              reason: reason ?? '',
              askedAt: askedAt.toISOString(),
              mine: firstAccount === actor.account,
              undoUntil: state === 'merged' && mergedAt !== null ? lastDay(dayOf(mergedAt.getTime() * 1000)) : null,
            })),
          },
          persons,
        };
      },
    }),
  ];
}

const lastDay = (merged: Day): string => formatDay(addDays(merged, 30) ?? merged);
