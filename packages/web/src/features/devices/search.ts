import { type DeviceKind, type DeviceState, deviceKinds, deviceStates } from '@sallyport/core/devices';

export type DevicesSearch = {
  readonly state?: DeviceState;
  readonly kind?: DeviceKind;
  readonly search?: string;
};

/** What an address says of the list; anything else in it is left out. */
export function readDevicesSearch({ state, kind, search }: Record<string, unknown>): DevicesSearch {
  const [ofState, ofKind] = [deviceStates.find((one) => one === state), deviceKinds.find((one) => one === kind)];
  return {
    ...(ofState === undefined ? {} : { state: ofState }),
    ...(ofKind === undefined ? {} : { kind: ofKind }),
    ...(typeof search === 'string' && search.trim() !== '' && search.length <= 100 ? { search } : {}),
  };
}
