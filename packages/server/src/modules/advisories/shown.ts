import { scopeOf } from '@sallyport/core/access';
import { formatDay } from '@sallyport/core/calendar';
import { type ImplementedQuery, implementQuery } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { waitingActs } from './acts.ts';
import { concernedBy } from './concern.ts';
import * as contract from './contract.ts';
import * as notices from './notice-store.ts';
import * as store from './store.ts';

export const stateOf = (
  { endedOn, lastDay }: Pick<store.Stored, 'endedOn' | 'lastDay'>,
  day: string,
): contract.KeptAdvisory['state'] =>
  endedOn !== null && endedOn <= day ? 'ended' : lastDay < day ? 'lapsed' : 'in-force';

const kept = (one: store.Stored, day: string): contract.KeptAdvisory => ({
  advisory: one.id,
  number: one.number,
  places: [...one.places],
  levels: { ...one.levels },
  said: one.said,
  source: one.source,
  reason: one.reason,
  from: one.from,
  lastDay: one.lastDay,
  state: stateOf(one, day),
  endedOn: one.endedOn,
  endedReason: one.endedReason,
  approvedBy: [one.first, one.second].flatMap((account) => account ?? []),
});

const states = ['in-force', 'lapsed', 'ended'];

export const implementLists = (): ImplementedQuery[] => [
  implementQuery(contract.listAdvisories, {
    async answer(context) {
      const { tx, actor, today } = context;
      const day = formatDay(today);
      const all = await store.allAdvisories(tx);
      const last = all.filter(({ line }, at) => all[at - 1]?.line !== line).map((one) => kept(one, day));
      const scope = actor.secondFactor ? scopeOf(contract.proposeAdvisory.admits as object, actor.grants, null) : null;
      const mayPropose = scope?.whole === true;
      return {
        output: {
          items: last.toSorted(
            (a, b) =>
              states.indexOf(a.state) - states.indexOf(b.state) || (a.places[0] ?? '').localeCompare(b.places[0] ?? ''),
          ),
          waiting: mayPropose ? await waitingActs(context) : [],
          mayPropose,
        },
      };
    },
  }),
  implementQuery(contract.oneAdvisory, {
    async answer({ tx, today }, { advisory: id }) {
      const found = (await store.advisoryOf(tx, id)) ?? refuse('request.not-found');
      const versions = (await store.versionsOf(tx, found.line)).map((one) => kept(one, formatDay(today)));
      const [current = kept(found, formatDay(today))] = versions;
      return { output: { current, versions } };
    },
  }),
  implementQuery(contract.concernedTrips, {
    place: async () => ({ person: null, unit: null }),
    async answer({ tx }, { advisory: id }) {
      const one = (await store.advisoryOf(tx, id)) ?? refuse('request.not-found');
      const found = await concernedBy(tx, one.places);
      const travellers = found.flatMap(({ trip }) => trip.travellers);
      const read = await notices.noticesOf(
        tx,
        travellers.map((goer) => goer.id),
      );
      const items = found.map(({ trip, here }) => ({
        trip: trip.trip,
        place: here.join(' · '),
        departsOn: trip.departsOn,
        travellers: trip.travellers.map(({ id: traveller, person }) => ({
          traveller,
          person,
          acknowledged:
            read.find((notice) => notice.traveller === traveller && notice.advisory === id)?.acknowledgedOn ?? null,
        })),
      }));
      return { output: { items }, persons: travellers.map(({ person }) => person) };
    },
  }),
  implementQuery(contract.unreadAdvisories, {
    place: async () => ({ person: null, unit: null }),
    async answer({ tx, today }) {
      const found = await notices.unreadChanges(tx, formatDay(today));
      return { output: { items: found.map((one) => ({ ...one, places: [...one.places] })) } };
    },
  }),
  implementQuery(contract.namedPlaces, {
    place: async () => ({ person: null, unit: null }),
    async answer({ tx }) {
      return { output: { places: (await notices.namedPlaces(tx, 200)).map(({ place }) => place) } };
    },
  }),
];
