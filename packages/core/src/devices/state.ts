import type { Device, DeviceEntry, DeviceState } from './device.ts';

const after: Readonly<Record<DeviceEntry['act'], DeviceState>> = {
  // What is new may hold anything: it is inspected like what comes back.
  add: 'to-inspect',
  reserve: 'reserved',
  release: 'available',
  issue: 'issued',
  acknowledge: 'held',
  return: 'to-inspect',
  inspect: 'available',
  lose: 'lost',
  restore: 'to-inspect',
  withdraw: 'withdrawn',
};

/** Computed from what was done last and from the day, and stored nowhere (docs/decisions/0098). A rule never reads it. */
export function stateOfDevice({ last, loan, today }: Device): DeviceState {
  if (last.act === 'inspect' && last.finding === 'damaged') return 'damaged';
  const state = after[last.act];
  const out = state === 'issued' || state === 'held';
  return out && loan !== null && loan.dueBackOn !== null && today > loan.dueBackOn ? 'overdue' : state;
}

const outside: ReadonlySet<DeviceState> = new Set(['issued', 'held', 'overdue']);

/** Whether somebody has it in hand. */
export const isOut = (device: Device): boolean => outside.has(stateOfDevice(device));

/** Whether it is promised to somebody, or in their hands. */
export const isTaken = (device: Device): boolean => stateOfDevice(device) === 'reserved' || isOut(device);
