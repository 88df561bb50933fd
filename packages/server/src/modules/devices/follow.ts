import { isOut } from '@sallyport/core/devices';
import type { Context } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import type { DeclaredTrip } from '../trips/index.ts';
import { deviceIn, keeperOf } from './load.ts';
import { carryOut, take } from './perform.ts';
import * as store from './store.ts';

const unlisting: ReadonlySet<string> = new Set(['change', 'drop-traveller']);

/**
 * What is lent for a trip follows its plan. A reservation for what is no longer listed, for who no longer travels, or for a trip that is
 * over or under way ends; a device that somebody has in hand holds up whatever would leave it unlisted, or close the trip without it.
 */
export async function followTrip(context: Context, trip: DeclaredTrip, act: string): Promise<string[]> {
  await requireInPool(context, trip);
  const released: string[] = [];
  for (const stored of await store.takenForTrip(context.tx, trip.trip)) {
    const belongs = trip.devices.includes(stored.id) && trip.travellers.some(({ id }) => id === stored.traveller);
    if (isOut(deviceIn(stored, context.today))) {
      // Whoever is abroad, or stays at home after all, is never held up by it.
      if (act === 'close' || (!belongs && unlisting.has(act))) refuse('devices.still-out', { device: stored.number });
    } else if (!belongs || trip.over || trip.departedOn !== null) {
      const held = await take(context, { device: stored.id, version: stored.version });
      await carryOut(context, held, { act: 'release' }, keeperOf(context.actor, true));
      released.push(stored.id);
    }
  }
  return released;
}

/** A plan names devices that are there, and each once. */
async function requireInPool({ tx }: Context, { devices }: DeclaredTrip): Promise<void> {
  if (devices.length === 0) return;
  const known = await store.devicesNamed(tx, devices);
  if (known.length !== devices.length) refuse('devices.not-in-pool');
}
