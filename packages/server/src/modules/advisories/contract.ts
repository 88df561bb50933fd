import { civilDay, defineAction, defineQuery, id, text } from '@sallyport/core/contract';
import { levels, riskNames } from '@sallyport/core/trips';
import { z } from 'zod';

const officer = { 'security-officer': 'grant' } as const;
const reason = text(500).pipe(z.string().min(4));
const level = z.enum(levels);
const levelsByRisk = z.partialRecord(z.enum(riskNames), level).refine((given) => Object.keys(given).length > 0, 'none');
const place = text(200).pipe(z.string().min(1));
const instant = z.iso.datetime();

/** Only the day, and neither address nor device: what a traveller reads is not timed and not located (PEOPLE.md). */
const byDay = { actor: 'account', time: 'day', context: 'none' } as const;

const asked = z.strictObject({ act: id, endsAt: instant });
const askErrors = {
  'identity.nobody-eligible': 409,
  'identity.no-session': 409,
  'register.classified-mark': 422,
  'advisories.waits-already': 409,
} as const;

/** Asked for by one person and in force once another has signed (PEOPLE.md, "Two persons"). */
export const proposeAdvisory = defineAction({
  name: 'advisories.propose',
  summary: { zh: '拟订安全提示', en: 'Propose an advisory' },
  input: z.strictObject({
    /** The one that this follows; null for a new one. */
    follows: id.nullable(),
    places: z.array(place).min(1).max(40),
    levels: levelsByRisk,
    said: text(4000).pipe(z.string().min(10)),
    source: text(500).pipe(z.string().min(2)),
    reason,
    lastDay: civilDay,
  }),
  output: asked,
  admits: officer,
  stepUp: true,
  errors: {
    ...askErrors,
    'advisories.about-people': 422,
    'advisories.lapsed-already': 422,
    'advisories.too-long': 422,
    'advisories.not-in-force': 409,
  },
});

export const endAdvisory = defineAction({
  name: 'advisories.end',
  summary: { zh: '申请提前撤销安全提示', en: 'Ask to end an advisory early' },
  input: z.strictObject({ advisory: id, reason }),
  output: asked,
  admits: officer,
  stepUp: true,
  errors: { ...askErrors, 'advisories.not-in-force': 409, 'advisories.about-people': 422 },
});

const advisory = z.strictObject({
  advisory: id,
  number: z.int(),
  places: z.array(z.string()),
  levels: z.partialRecord(z.enum(riskNames), level),
  said: z.string(),
  source: z.string(),
  from: civilDay,
  lastDay: civilDay,
});
const kept = advisory.extend({
  reason: z.string(),
  state: z.enum(['in-force', 'lapsed', 'ended']),
  endedOn: civilDay.nullable(),
  endedReason: z.string().nullable(),
  /** The two who approved it, by account. */
  approvedBy: z.array(z.string()),
});
export type KeptAdvisory = z.output<typeof kept>;

export const listAdvisories = defineQuery({
  name: 'advisories.list',
  summary: { zh: '查看目的地安全提示', en: 'The destination list' },
  input: z.strictObject({}),
  output: z.strictObject({
    /** The last version of each, those in force first. */
    items: z.array(kept),
    /** What waits for its second person. */
    waiting: z.array(
      z.strictObject({
        act: id,
        ends: z.boolean(),
        follows: id.nullable(),
        places: z.array(z.string()),
        endsAt: instant,
        mine: z.boolean(),
      }),
    ),
    mayPropose: z.boolean(),
  }),
  admits: 'signed-in',
});

export const oneAdvisory = defineQuery({
  name: 'advisories.one',
  summary: { zh: '查看一条安全提示', en: 'One advisory' },
  input: z.strictObject({ advisory: id }),
  output: z.strictObject({ current: kept, versions: z.array(kept) }),
  admits: 'signed-in',
});

/** Journeys that were handed in and are not back: who has read it is shown to those who see to the journeys, by name. */
export const concernedTrips = defineQuery({
  name: 'advisories.concerned',
  summary: { zh: '查看安全提示涉及的出国（境）事项', en: 'Trips that an advisory concerns' },
  input: z.strictObject({ advisory: id }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        trip: id,
        place: z.string(),
        departsOn: civilDay.nullable(),
        travellers: z.array(z.strictObject({ traveller: id, person: id, acknowledged: civilDay.nullable() })),
      }),
    ),
  }),
  admits: { 'security-officer': 'grant', auditor: 'grant' },
  showsPerson: true,
});

/** Names that the legs of trips have for places, to be chosen from. */
export const namedPlaces = defineQuery({
  name: 'advisories.places',
  summary: { zh: '查看行程中的目的地名称', en: 'Names of places on trips' },
  input: z.strictObject({}),
  output: z.strictObject({ places: z.array(z.string()) }),
  admits: officer,
});

const change = z.enum(['published', 'raised', 'lowered', 'changed', 'ended', 'lapsed']);

export const advisoriesOfTrip = defineQuery({
  name: 'advisories.trip',
  summary: { zh: '查看事项目的地的安全提示', en: 'Advisories for the places of a trip' },
  input: z.strictObject({ trip: id }),
  output: z.strictObject({
    items: z.array(
      advisory.extend({
        /** The places of this trip that it names. */
        here: z.array(z.string()),
        state: z.enum(['in-force', 'lapsed', 'ended']),
        /** What changed after the trip was handed in. */
        change: change.nullable(),
      }),
    ),
    travellers: z.array(z.strictObject({ traveller: id, person: id, opened: z.boolean(), acknowledged: z.boolean() })),
    /** The traveller that the asker is, where they have something to acknowledge. */
    mine: id.nullable(),
  }),
  admits: {
    member: 'own',
    'security-officer': 'grant',
    auditor: 'grant',
    'unit-liaison': 'grant',
    'unit-lead': 'grant',
    approver: 'own',
    counsel: 'own',
    custodian: 'own',
  },
  showsPerson: true,
});

/** In the console, to who travels: what changed after they handed in, and is not acknowledged yet. */
export const myNotices = defineQuery({
  name: 'advisories.notices',
  summary: { zh: '查看本人出行的安全提示变化', en: 'Advisories that changed for my journeys' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(z.strictObject({ trip: id, places: z.array(z.string()), change })) }),
  admits: 'signed-in',
});

/** Today, to who sees to the journeys: what changed and is not acknowledged by everybody who travels; by place, and nobody is counted. */
export const unreadAdvisories = defineQuery({
  name: 'advisories.unread',
  summary: { zh: '查看尚未阅知的安全提示变化', en: 'Advisories that changed and are not acknowledged' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(z.strictObject({ advisory: id, places: z.array(z.string()), change })) }),
  admits: officer,
});

export const openAdvisories = defineAction({
  name: 'advisories.open',
  summary: { zh: '打开本次出行的安全提示', en: 'Open the advisories of a journey' },
  input: z.strictObject({ traveller: id }),
  output: z.strictObject({ traveller: id }),
  admits: 'signed-in',
  entry: byDay,
});

export const acknowledgeAdvisories = defineAction({
  name: 'advisories.acknowledge',
  summary: { zh: '阅知本次出行的安全提示', en: 'Acknowledge the advisories of a journey' },
  input: z.strictObject({ traveller: id, advisories: z.array(id).max(200) }),
  output: z.strictObject({ traveller: id }),
  admits: 'signed-in',
  entry: byDay,
  errors: {
    'advisories.open-first': 409,
    'advisories.changed': 409,
    'advisories.over': 409,
    'register.fields-refused': 422,
  },
});

/** Nobody but the machine: admitted by no role. */
export const tellLapsed = defineAction({
  name: 'advisories.tell-lapsed',
  summary: { zh: '告知安全提示到期', en: 'Tell of advisories whose last day has passed' },
  input: z.strictObject({}),
  output: z.strictObject({ lapsed: z.int() }),
  admits: {},
});
