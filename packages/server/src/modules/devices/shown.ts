import { formatDay } from '@sallyport/core/calendar';
import {
  createDeviceMachine,
  type DeviceAct,
  deviceActs,
  isTaken,
  type Journey,
  type Keeper,
  stateOfDevice,
} from '@sallyport/core/devices';
import { type ImplementedQuery, implementQuery, type QueryContext } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { peopleNamed } from '../register/index.ts';
import type { LendingTrip } from '../trips/index.ts';
import * as contract from './contract.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { deviceIn, keeperOf } from './load.ts';
import * as store from './store.ts';

const machine = createDeviceMachine();
const house = async () => ({ person: null, unit: null });

/** Of one name that a search goes by; where more bear it, more of the name is to be typed. */
const mostNamed = 500;
const mostOfTrail = 300;
const mostFree = 200;

export type ShownParts = {
  readonly journeyOf: (context: QueryContext, trip: string) => Promise<LendingTrip | null>;
};

export const implementDeviceQueries = ({ journeyOf }: ShownParts): ImplementedQuery[] => [
  implementQuery(contract.listDevices, {
    place: house,
    async answer(context, { cursor, limit, ...filter }) {
      const { tx, today, actor } = context;
      const { search = '' } = filter;
      const people = search.trim() === '' ? [] : await peopleNamed(tx, search, mostNamed);
      const behind = cursor === undefined ? null : readCursor(cursor);
      const found = await store.listDevices(tx, formatDay(today), { ...filter, people }, { behind, limit: limit + 1 });
      const items = found.slice(0, limit).map((one) => shownTo(one, today, keeperOf(actor, false)));
      const last = items.at(-1);
      const next = found.length > limit && last !== undefined ? writeCursor(last.number) : null;
      return { output: { items, next }, persons: personsOf(items) };
    },
  }),
  implementQuery(contract.oneDevice, {
    place: house,
    async answer({ tx, today, actor }, { device }) {
      const stored = (await store.deviceOf(tx, device)) ?? refuse('request.not-found');
      const trail = await store.trailOf(tx, device, mostOfTrail);
      const one = shownTo(stored, today, keeperOf(actor, false));
      const borrowers = trail.flatMap(({ borrower }) => borrower ?? []);
      return {
        output: {
          ...one,
          trail: trail.map(
            ({ act, on, person: by, byName, trip, borrower, borrowerName, seal, sealFound, finding, said }) => ({
              act,
              on,
              by,
              byName,
              trip,
              person: borrower,
              personName: borrowerName,
              seal,
              sealFound,
              finding,
              said,
            }),
          ),
        },
        persons: [...new Set([...personsOf([one]), ...borrowers])],
      };
    },
  }),
  implementQuery(contract.devicesOfTrip, {
    async answer(context, { trip: id }) {
      const { tx, today, actor } = context;
      const journey = await journeyOf(context, id);
      const who = keeperOf(actor, journey?.party === true);
      if (journey === null || (!journey.sees && !who.keeper)) return refuse('request.not-found');
      const listed = await store.devicesNamed(tx, journey.devices);
      const items = listed.map((stored) => {
        const here = stored.trip === id && isTaken(deviceIn(stored, today));
        const asked = { trip: id, listed: true, travels: true, open: journey.open };
        const one = shownTo(stored, today, who, asked);
        // Who has it for another journey is no matter of this one.
        return { ...one, here, ...(here ? {} : elsewhere), may: here || one.state === 'available' ? one.may : [] };
      });
      return { output: { items, open: journey.open }, persons: personsOf(items) };
    },
  }),
  implementQuery(contract.freeDevices, {
    async answer({ tx, today }, { search }) {
      const sought = { state: 'available', search, people: [] } as const;
      const found = await store.listDevices(tx, formatDay(today), sought, { behind: null, limit: mostFree });
      return { output: { items: found.map(({ id, number, kind, model }) => ({ device: id, number, kind, model })) } };
    },
  }),
  implementQuery(contract.myDevices, {
    async answer({ tx, today, actor }) {
      const found = actor.person === null ? [] : await store.takenBy(tx, actor.person);
      return { output: { items: found.map((one) => shownTo(one, today, keeperOf(actor, true))) } };
    },
  }),
];

const elsewhere = { trip: null, traveller: null, person: null, personName: null, dueBackOn: null, seal: null } as const;

const allowing: Journey = { trip: '', listed: true, travels: true, open: true };

/** What is left to somebody, asked of the machine itself: what a page offers is what would be done. */
function shownTo(stored: store.Stored, today: number, who: Keeper, journey: Journey = allowing): contract.ShownDevice {
  const device = deviceIn(stored, today);
  const taken = isTaken(device);
  const borrower = { traveller: '', person: '' };
  const may = deviceActs.filter(
    (act: DeviceAct) => machine.may(device, { act, journey, borrower, seal: '1', finding: 'clean' }, who).ok,
  );
  return {
    device: stored.id,
    version: stored.version,
    number: stored.number,
    kind: stored.kind,
    model: stored.model,
    encrypted: stored.encrypted,
    state: stateOfDevice(device),
    ...(taken
      ? {
          trip: stored.trip,
          traveller: stored.traveller,
          person: stored.person,
          personName: stored.personName,
          dueBackOn: stored.dueBackOn,
          seal: stored.seal,
        }
      : elsewhere),
    may,
  };
}

const personsOf = (items: readonly { readonly person: string | null }[]): string[] => [
  ...new Set(items.flatMap(({ person }) => person ?? [])),
];
