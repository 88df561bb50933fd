import type { Device, DeviceAct, DeviceMove, DeviceState, Keeper } from './device.ts';
import { isTaken, stateOfDevice } from './state.ts';

/** What stops an act, with the code it is refused by. */
export type DeviceGuard = {
  readonly id: string;
  readonly acts: readonly DeviceAct[];
  readonly refusal: `devices.${string}`;
  holds(this: void, device: Device, move: DeviceMove, who: Keeper): boolean;
};

const out: readonly DeviceState[] = ['issued', 'held', 'overdue'];
const inHouse: readonly DeviceState[] = ['to-inspect', 'available', 'damaged'];

/** In which states an act has a place. */
const placesOf: Readonly<Record<DeviceAct, readonly DeviceState[]>> = {
  reserve: ['available'],
  release: ['reserved'],
  issue: ['reserved'],
  // Who has it past its day signs for it late rather than never.
  acknowledge: ['issued', 'overdue'],
  return: out,
  inspect: ['to-inspect'],
  lose: [...inHouse, 'reserved', ...out],
  restore: ['damaged', 'lost', 'withdrawn'],
  // What came back is looked at before anything else becomes of it.
  withdraw: ['available', 'damaged', 'lost'],
};

const isBorrower = ({ loan }: Device, { person }: Keeper): boolean => person !== null && person === loan?.person;

/** In the order they are asked: whose it is comes before what is missing. */
export const deviceGuards: readonly DeviceGuard[] = [
  {
    id: 'keeper',
    acts: ['issue', 'return', 'inspect', 'restore', 'withdraw'],
    refusal: 'devices.keeper-first',
    holds: (_device, _move, { keeper }) => keeper,
  },
  {
    id: 'party',
    acts: ['reserve', 'release'],
    refusal: 'devices.not-yours',
    holds: (_device, _move, { keeper, party }) => keeper || party,
  },
  {
    // A receipt is a signature: nobody else gives it.
    id: 'borrower',
    acts: ['acknowledge'],
    refusal: 'devices.not-yours',
    holds: (device, _move, who) => isBorrower(device, who),
  },
  {
    id: 'keeper-or-borrower',
    acts: ['lose'],
    refusal: 'devices.not-yours',
    holds: (device, _move, who) => who.keeper || (isTaken(device) && isBorrower(device, who)),
  },
  {
    id: 'state',
    acts: Object.keys(placesOf) as DeviceAct[],
    refusal: 'devices.not-now',
    holds: (device, { act }) => placesOf[act].includes(stateOfDevice(device)),
  },
  {
    // Signed for once, also where the day of return has passed meanwhile.
    id: 'first-receipt',
    acts: ['acknowledge'],
    refusal: 'devices.not-now',
    holds: ({ last }) => last.act === 'issue',
  },
  {
    // Whoever borrows hands nothing out to themselves, and does not say of their own device that it came back clean.
    id: 'not-oneself',
    acts: ['issue', 'return', 'inspect'],
    refusal: 'devices.not-oneself',
    holds: (device, _move, who) => !isBorrower(device, who),
  },
  {
    id: 'travels',
    acts: ['reserve', 'issue'],
    refusal: 'devices.does-not-travel',
    holds: (_device, { journey }) => journey?.travels === true,
  },
  {
    // Nothing leaves unlisted.
    id: 'listed',
    acts: ['reserve', 'issue'],
    refusal: 'devices.not-listed',
    holds: (_device, { journey }) => journey?.listed === true,
  },
  {
    id: 'gate',
    acts: ['issue'],
    refusal: 'devices.gate-shut',
    holds: (_device, { journey }) => journey?.open === true,
  },
  {
    id: 'sealed',
    acts: ['issue'],
    refusal: 'devices.seal-first',
    holds: (_device, { seal = '' }) => seal.trim() !== '',
  },
  {
    id: 'suspect',
    acts: ['inspect'],
    refusal: 'devices.officer-first',
    holds: ({ last }, _move, { officer }) => !last.suspect || officer,
  },
];
