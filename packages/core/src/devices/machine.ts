import type { Device, DeviceMove, Keeper, Loan } from './device.ts';
import { deviceGuards as allGuards, type DeviceGuard } from './guards.ts';
import { stateOfDevice } from './state.ts';

export type MayDevice = { readonly ok: true } | { readonly ok: false; readonly refusal: DeviceGuard['refusal'] };

export type DeviceMachine = {
  /** Whether somebody may do this to the device as it stands; otherwise the first thing in the way. */
  may(this: void, device: Device, move: DeviceMove, who: Keeper): MayDevice;
  /** The device once it is done. */
  after(this: void, device: Device, move: DeviceMove): Device;
};

/** Made from its guards, so that a test can leave each of them out and see that it was needed. */
export function createDeviceMachine(guards: readonly DeviceGuard[] = allGuards): DeviceMachine {
  return {
    may(device, move, who) {
      const stopped = guards.find(({ acts, holds }) => acts.includes(move.act) && !holds(device, move, who));
      return stopped === undefined ? { ok: true } : { ok: false, refusal: stopped.refusal };
    },
    after(device, move) {
      const { act, finding = null } = move;
      return { ...device, last: { act, finding, suspect: isSuspect(device, move) }, loan: loanAfter(device, move) };
    },
  };
}

/** What was suspected of it, or came of a loss, stays until it is looked at. */
const isSuspect = (device: Device, { act, sealFound }: DeviceMove): boolean =>
  (act === 'return' && sealFound !== 'intact') ||
  (act === 'lose' && device.last.suspect) ||
  ((act === 'restore' || act === 'withdraw') && (stateOfDevice(device) === 'lost' || device.last.suspect));

function loanAfter({ loan }: Device, { act, journey, borrower, dueBackOn = null }: DeviceMove): Loan | null {
  if (act === 'reserve' && journey !== undefined && borrower !== undefined)
    return { ...borrower, trip: journey.trip, dueBackOn: null };
  if (act === 'issue' && loan !== null) return { ...loan, dueBackOn };
  return act === 'release' ? null : loan;
}
