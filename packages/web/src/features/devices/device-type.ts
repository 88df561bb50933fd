import type { DeviceState } from '@sallyport/core/devices';
import type { ShownDevice } from '@sallyport/server/contracts/devices';

export type Device = ShownDevice;
export type Act = Device['may'][number];

const quiet: ReadonlySet<DeviceState> = new Set(['available', 'withdrawn']);
const waits: ReadonlySet<DeviceState> = new Set(['overdue', 'lost', 'damaged', 'to-inspect']);

/** How a state looks in a list: at rest, waiting for somebody, or neither. */
export const lookOf = (state: DeviceState): string =>
  quiet.has(state) ? 'state state-quiet' : waits.has(state) ? 'state state-open' : 'state';
