import { civilDay, defineAction, defineQuery, id, pageInput, pageOf, text } from '@sallyport/core/contract';
import { deviceActs, deviceKinds, deviceStates, findings, sealsFound } from '@sallyport/core/devices';
import { z } from 'zod';

const kind = z.enum(deviceKinds);
const state = z.enum(deviceStates);
const act = z.enum(deviceActs);
const version = z.int().min(1);
const named = { device: id, version };
const done = z.strictObject({ device: id, version });
const said = text(1000);
const why = said.refine((value) => Array.from(value).length >= 4, 'too short');
const number = text(60).pipe(z.string().min(1));

/** Who keeps the pool, over the whole house. */
const keepers = { custodian: 'grant', 'security-officer': 'grant' } as const;
/** Who travels or files for somebody; the room asks whose trip it is. */
const party = {
  member: 'own',
  'unit-liaison': 'own',
  'unit-lead': 'own',
  approver: 'own',
  counsel: 'own',
  custodian: 'grant',
  'security-officer': 'grant',
} as const;
const readers = { ...keepers, auditor: 'grant' } as const;

/** What the machine of states may say to any act. */
const refusals = {
  'devices.keeper-first': 403,
  'devices.not-yours': 403,
  'devices.not-now': 409,
  'devices.not-oneself': 403,
  'devices.does-not-travel': 409,
  'devices.not-listed': 409,
  'devices.gate-shut': 409,
  'devices.seal-first': 422,
  'devices.officer-first': 403,
  'request.stale-version': 409,
  'register.classified-mark': 422,
} as const;

export const addDevice = defineAction({
  name: 'devices.add',
  summary: { zh: '设备入池', en: 'Take a device into the pool' },
  input: z.strictObject({ number, kind, model: text(100).pipe(z.string().min(1)), encrypted: z.boolean() }),
  output: done,
  admits: keepers,
  errors: {
    'devices.number-taken': 409,
    'devices.organisation-first': 409,
    'register.classified-mark': 422,
    'register.fields-refused': 422,
  },
});

export const reserveDevice = defineAction({
  name: 'devices.reserve',
  summary: { zh: '预留设备', en: 'Reserve a device for a trip' },
  input: z.strictObject({ ...named, trip: id, traveller: id }),
  output: done,
  admits: party,
  errors: refusals,
});

export const releaseDevice = defineAction({
  name: 'devices.release',
  summary: { zh: '取消预留', en: 'Release a reserved device' },
  input: z.strictObject(named),
  output: done,
  admits: party,
  errors: refusals,
});

export const issueDevice = defineAction({
  name: 'devices.issue',
  summary: { zh: '发放设备', en: 'Issue a device' },
  /** The number of the seal put on it. */
  input: z.strictObject({ ...named, seal: text(60) }),
  output: done,
  admits: keepers,
  errors: { ...refusals, 'register.fields-refused': 422 },
});

export const acknowledgeDevice = defineAction({
  name: 'devices.acknowledge',
  summary: { zh: '签收设备', en: 'Sign for a device' },
  input: z.strictObject(named),
  output: done,
  admits: 'signed-in',
  entry: { actor: 'account', time: 'day', context: 'none' },
  errors: refusals,
});

export const returnDevice = defineAction({
  name: 'devices.return',
  summary: { zh: '收回设备', en: 'Take a device back' },
  input: z.strictObject({ ...named, sealFound: z.enum(sealsFound), said: said.nullable() }),
  output: done,
  admits: keepers,
  errors: refusals,
});

export const inspectDevice = defineAction({
  name: 'devices.inspect',
  summary: { zh: '检查设备', en: 'Inspect a device' },
  input: z
    .strictObject({ ...named, finding: z.enum(findings), said: said.nullable() })
    // What is wrong is said: somebody has to mend it.
    .refine(({ finding, said: what }) => finding === 'clean' || (what !== null && Array.from(what).length >= 4), {
      path: ['said'],
      message: 'too short',
    }),
  output: done,
  admits: keepers,
  errors: refusals,
});

export const loseDevice = defineAction({
  name: 'devices.lose',
  summary: { zh: '登记设备丢失', en: 'Record that a device is lost' },
  input: z.strictObject({ ...named, said: why }),
  output: done,
  admits: 'signed-in',
  entry: { actor: 'account', time: 'day', context: 'none' },
  errors: refusals,
});

export const restoreDevice = defineAction({
  name: 'devices.restore',
  summary: { zh: '设备重新待检', en: 'Put a device up for inspection again' },
  input: z.strictObject({ ...named, said: why }),
  output: done,
  admits: keepers,
  errors: refusals,
});

export const withdrawDevice = defineAction({
  name: 'devices.withdraw',
  summary: { zh: '设备退出设备池', en: 'Withdraw a device from the pool' },
  input: z.strictObject({ ...named, said: why }),
  output: done,
  admits: keepers,
  errors: refusals,
});

const choice = z.strictObject({ device: id, number: z.string(), kind, model: z.string() });

const shown = choice.extend({
  version,
  encrypted: z.boolean(),
  state,
  /** For whom it is reserved, or who has it; nobody where it is in the house. */
  trip: id.nullable(),
  traveller: id.nullable(),
  person: id.nullable(),
  /** Who keeps the pool hands it to somebody they have to know, and reads no list of people. */
  personName: z.string().nullable(),
  dueBackOn: civilDay.nullable(),
  seal: z.string().nullable(),
  /** What the asker may do now, where seal, list and gate allow it. */
  may: z.array(act),
});
export type ShownDevice = z.output<typeof shown>;

export const listDevices = defineQuery({
  name: 'devices.list',
  summary: { zh: '查看设备池', en: 'The pool of devices' },
  input: z.strictObject({ state: state.optional(), kind: kind.optional(), search: text(100).optional(), ...pageInput }),
  output: pageOf(shown),
  admits: readers,
  showsPerson: true,
});

export const oneDevice = defineQuery({
  name: 'devices.one',
  summary: { zh: '查看一台设备', en: 'One device of the pool' },
  input: z.strictObject({ device: id }),
  output: shown.extend({
    /** The newest first. */
    trail: z.array(
      z.strictObject({
        act: z.enum(['add', ...deviceActs]),
        on: civilDay,
        by: id.nullable(),
        byName: z.string().nullable(),
        trip: id.nullable(),
        person: id.nullable(),
        personName: z.string().nullable(),
        seal: z.string().nullable(),
        sealFound: z.enum(sealsFound).nullable(),
        finding: z.enum(findings).nullable(),
        said: z.string().nullable(),
      }),
    ),
  }),
  admits: readers,
  showsPerson: true,
});

/** The devices that a trip lists, and whether its departure waits for anything still. */
export const devicesOfTrip = defineQuery({
  name: 'devices.trip',
  summary: { zh: '查看事项所列设备', en: 'Devices that a trip lists' },
  input: z.strictObject({ trip: id }),
  output: z.strictObject({
    items: z.array(
      shown.extend({
        /** Reserved for, or with, somebody of this trip; otherwise it is listed only. */
        here: z.boolean(),
      }),
    ),
    /** Issued only while this is so. */
    open: z.boolean(),
  }),
  admits: { ...party, 'unit-liaison': 'grant', 'unit-lead': 'grant', auditor: 'grant' },
  showsPerson: true,
});

/** What a plan may name: devices that are there to be lent. */
export const freeDevices = defineQuery({
  name: 'devices.free',
  summary: { zh: '查看可借设备', en: 'Devices that can be lent' },
  input: z.strictObject({ search: text(100).optional() }),
  output: z.strictObject({ items: z.array(choice) }),
  admits: party,
});

/** What the asker has in hand, or has reserved. */
export const myDevices = defineQuery({
  name: 'devices.mine',
  summary: { zh: '查看本人借用的设备', en: 'Devices lent to me' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(shown) }),
  admits: 'signed-in',
});
