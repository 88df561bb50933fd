import { formatDay } from '@sallyport/core/calendar';
import type { DeviceAct, DeviceMove, Journey } from '@sallyport/core/devices';
import { hasClassifiedMark } from '@sallyport/core/facts';
import { type Context, type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { kindNamed, ownOrganisation, writeFact } from '../register/index.ts';
import type { LendingTrip } from '../trips/index.ts';
import * as contract from './contract.ts';
import { keeperOf } from './load.ts';
import { carryOut, take } from './perform.ts';
import * as store from './store.ts';

export type DeviceParts = {
  readonly ids: { readonly uuid: () => string };
  /** The value of a setting of days on a day. */
  readonly daysOf: (tx: Transaction, setting: string, day: number) => Promise<number | null>;
  /** The trip as it stands, held until the act is done. */
  readonly journeyHeld: (context: Context, trip: string) => Promise<LendingTrip>;
};

type Named = { readonly device: string; readonly version: number };
const house = async () => ({ person: null, unit: null });
const journeyOf = (trip: LendingTrip, device: string, traveller: string): Journey => ({
  trip: trip.trip,
  listed: trip.devices.includes(device),
  travels: trip.travellers.some(({ id }) => id === traveller),
  open: trip.open,
});

export function implementDeviceActs(parts: DeviceParts): ImplementedAction[] {
  /** What only the pool is concerned with: done to the device as it stands. */
  async function move(context: Context, named: Named, given: DeviceMove, said: string | null = null) {
    return carryOut(context, await take(context, named), given, keeperOf(context.actor, false), { said });
  }
  /** The trip first and the device then, in this order everywhere: two that wait for each other would wait for ever. */
  async function withTrip(context: Context, trip: string, named: Named) {
    const held = await parts.journeyHeld(context, trip);
    const who = keeperOf(context.actor, held.party);
    if (!held.sees && !who.keeper) refuse('request.not-found');
    return { held, who, stored: await take(context, named) };
  }
  /** Whose it is by what is stored; whoever may not know of the device learns nothing of it. */
  async function tripOf(context: Context, { device }: Named): Promise<string> {
    const stored = (await store.deviceOf(context.tx, device)) ?? refuse('request.not-found');
    return stored.trip ?? refuse('devices.not-now');
  }
  const reasoned = (act: DeviceAct) => (context: Context, input: Named & { readonly said: string }) =>
    move(context, input, { act }, input.said);

  return [
    implementAction(contract.addDevice, {
      place: house,
      async handle(context, { number, kind, model, encrypted }) {
        const { tx, today, now, actor } = context;
        if ([number, model].some((text) => hasClassifiedMark(text))) refuse('register.classified-mark');
        const own = (await ownOrganisation(tx)) ?? refuse('devices.organisation-first');
        const id = parts.ids.uuid();
        const on = formatDay(today);
        await writeFact(context, kindNamed('equipment'), id, {
          organisation: own.id,
          kind: 'travelDevice',
          acquiredOn: on,
        });
        if ((await store.insertDevice(tx, { id, number, kind, model, encrypted })) === 0)
          refuse('devices.number-taken');
        const nothing = { trip: null, traveller: null, seal: null, sealFound: null, finding: null, said: null };
        await store.insertTrail(
          tx,
          { ...nothing, device: id, number: 1, act: 'add', person: actor.person, on },
          { account: actor.account, at: new Date(now / 1000) },
        );
        return {
          output: { device: id, version: 1 },
          entry: { subject: `equipment/${id}`, fields: { number, kind, model, encrypted } },
        };
      },
    }),
    implementAction(contract.reserveDevice, {
      async handle(context, { trip, traveller, ...named }) {
        const { held, who, stored } = await withTrip(context, trip, named);
        const goer = held.travellers.find(({ id }) => id === traveller) ?? refuse('devices.does-not-travel');
        const journey = journeyOf(held, named.device, traveller);
        const borrower = { traveller, person: goer.person };
        return carryOut(context, stored, { act: 'reserve', journey, borrower }, who);
      },
    }),
    implementAction(contract.releaseDevice, {
      async handle(context, named) {
        const { who, stored } = await withTrip(context, await tripOf(context, named), named);
        return carryOut(context, stored, { act: 'release' }, who);
      },
    }),
    implementAction(contract.issueDevice, {
      place: house,
      async handle(context, { seal, ...named }) {
        const { held, who, stored } = await withTrip(context, await tripOf(context, named), named);
        const journey = journeyOf(held, named.device, stored.traveller ?? '');
        const returnWithin = (await parts.daysOf(context.tx, 'deviceReturnWithin', context.today)) ?? 0;
        const loan = { id: parts.ids.uuid(), returnWithin };
        return carryOut(context, stored, { act: 'issue', journey, seal }, who, { loan });
      },
    }),
    implementAction(contract.acknowledgeDevice, {
      handle: (context, input) => own(context, input, { act: 'acknowledge' }),
    }),
    implementAction(contract.returnDevice, {
      place: house,
      handle: (context, { sealFound, said, ...named }) => move(context, named, { act: 'return', sealFound }, said),
    }),
    implementAction(contract.inspectDevice, {
      place: house,
      handle: (context, { finding, said, ...named }) => move(context, named, { act: 'inspect', finding }, said),
    }),
    implementAction(contract.loseDevice, {
      handle: (context, { said, ...named }) => own(context, named, { act: 'lose' }, said),
    }),
    implementAction(contract.restoreDevice, { place: house, handle: reasoned('restore') }),
    implementAction(contract.withdrawDevice, { place: house, handle: reasoned('withdraw') }),
  ];
}

/** For the borrower, or whoever keeps the pool: for anybody else there is no such device. */
async function own(context: Context, named: Named, given: DeviceMove, said: string | null = null) {
  const who = keeperOf(context.actor, false);
  const there = await store.deviceOf(context.tx, named.device);
  const theirs = who.person !== null && there?.person === who.person;
  if (!who.keeper && !theirs) refuse('request.not-found');
  return carryOut(context, await take(context, named), given, who, { said });
}
