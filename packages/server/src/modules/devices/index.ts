import type { Room } from '../../platform/actions/implement.ts';
import { type DeviceParts, implementDeviceActs } from './acts.ts';
import { implementDeviceQueries, type ShownParts } from './shown.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { deviceTables } from './columns.ts';
export { followTrip } from './follow.ts';
export { devicesHeldBy, numbersOf } from './held.ts';
export { devicesOfPerson } from './rows-of-person.ts';

/** The pool of devices lent for journeys (docs/decisions/0098): what the machine of states allows is done, and nothing leaves unlisted. */
export const devicesRoom = (parts: DeviceParts & ShownParts): Room => ({
  actions: implementDeviceActs(parts),
  queries: implementDeviceQueries(parts),
  words: { zh, en },
});
