import { civilDay, defineAction, defineQuery, id, pageInput, pageOf, text } from '@sallyport/core/contract';
import { z } from 'zod';

/** By which way data leaves the house; each is a handover before it happens (PEOPLE.md, "Going out of the house"). */
export const ways = ['export', 'dossier', 'token', 'webhook', 'mail', 'calendar', 'backup', 'move', 'return'] as const;
export type Way = (typeof ways)[number];

/** PIPL 38: the conditions of which one must be met before personal data leaves the country; `domestic` where it does not. */
export const routes = [
  'domestic',
  'security-assessment',
  'certification',
  'standard-contract',
  'treaty',
  'exempted',
] as const;

export const receivers = ['domesticAuthority', 'foreignAuthority', 'foreignBody', 'supervisor', 'processor'] as const;

const reason = text(500).pipe(z.string().min(1));
const said = z.strictObject({ zh: z.string(), en: z.string() });
const kind = z.string().max(60);

export const handOver = defineAction({
  name: 'privacy.handOver',
  summary: { zh: '登记一次对外提供', en: 'record a handover' },
  input: z.strictObject({
    way: z.enum(ways),
    receiver: z.enum(receivers),
    receiverName: text(200).pipe(z.string().min(1)),
    /** ISO 3166-1 alpha-2, of where the data goes to. */
    country: z.string().regex(/^[A-Z]{2}$/),
    clause: id,
    route: z.enum(routes),
    personalData: z.boolean(),
    /** The day on which the persons concerned were told and consented separately, or on which it was recorded why not (PIPL 39). */
    consentRecordedOn: civilDay.optional(),
    /** The authority's approval, where a foreign judicial or enforcement body asks (PIPL 41, DSL 36). */
    authorityApprovedOn: civilDay.optional(),
    notice: id.optional(),
    /** Exclusive; at most a year. */
    until: civilDay,
  }),
  output: z.strictObject({ handover: id }),
  admits: { 'security-officer': 'grant' },
  stepUp: true,
  errors: {
    'privacy.authority-approval-first': 409,
    'privacy.route-first': 409,
    'privacy.consent-first': 409,
    'privacy.clause-unknown': 422,
    'privacy.end-out-of-bounds': 422,
    'privacy.organisation-first': 409,
    'register.fields-refused': 422,
  },
});

/** Of the program alone: `sallyport backup --out` comes as the machine, and the backup leaves when it is made. */
export const backUpToLeave = defineAction({
  name: 'privacy.backUpToLeave',
  summary: { zh: '备份拿出单位', en: 'let a backup leave the house' },
  input: z.strictObject({ handovers: z.array(id).max(100) }),
  output: z.strictObject({ handover: id }),
  admits: {},
  errors: { 'privacy.handover-first': 409, 'privacy.handover-without-people': 409 },
});

/** Of the program alone: `sallyport move --to` a database that is not on this machine, with everything in it. */
export const moveToLeave = defineAction({
  ...backUpToLeave,
  name: 'privacy.moveToLeave',
  summary: { zh: '迁移到单位以外的机器', en: 'let a move leave the house' },
});

/** Nothing more leaves under it, and the tokens made under it end; what has left stays on the record. */
export const cancelHandover = defineAction({
  name: 'privacy.cancelHandover',
  summary: { zh: '取消一次对外提供', en: 'cancel a handover' },
  input: z.strictObject({ handover: id, reason }),
  output: z.strictObject({ handover: id, tokensEnded: z.int() }),
  admits: { 'security-officer': 'grant' },
  stepUp: true,
  errors: { 'privacy.already-ended': 409 },
});

/** What left the house or may leave it, to whom and by what right; the newest first. */
export const handovers = defineQuery({
  name: 'privacy.handovers',
  summary: { zh: '查看对外提供', en: 'list handovers' },
  input: z.strictObject({ ...pageInput }),
  output: pageOf(
    z.strictObject({
      handover: id,
      way: z.enum(ways),
      receiver: z.enum(receivers),
      receiverName: z.string(),
      country: z.string(),
      clause: z.strictObject({ id, name: said }),
      route: z.enum(routes),
      personalData: z.boolean(),
      authorityApprovedOn: civilDay.nullable(),
      from: civilDay,
      until: civilDay,
      /** The first day on which something went; null while nothing has. */
      givenOn: civilDay.nullable(),
      ended: z.boolean(),
      cancelledOn: civilDay.nullable(),
      by: z.string().nullable(),
    }),
  ),
  admits: { 'security-officer': 'grant', auditor: 'grant' },
});

export const hold = defineAction({
  name: 'privacy.hold',
  summary: { zh: '依法暂停删除', en: 'hold data from erasure' },
  input: z.strictObject({ kind, target: id, clause: id, reason, until: civilDay }),
  output: z.strictObject({ hold: id }),
  admits: { 'security-officer': 'grant', counsel: 'grant' },
  errors: {
    'privacy.clause-unknown': 422,
    'privacy.end-out-of-bounds': 422,
    'privacy.no-such-kind': 404,
  },
});

export const release = defineAction({
  name: 'privacy.release',
  summary: { zh: '提前解除暂停删除', en: 'release a hold' },
  input: z.strictObject({ hold: id, reason }),
  output: z.strictObject({ hold: id }),
  admits: { 'security-officer': 'grant', counsel: 'grant' },
  errors: { 'privacy.already-ended': 409 },
});

/** Waits for a second person like every act of two (`identity.confirm-act`), and is done when they have signed. */
export const erasePerson = defineAction({
  name: 'privacy.erasePerson',
  summary: { zh: '申请删除某人的信息', en: "ask for a person's erasure" },
  input: z.strictObject({ person: id, reason }),
  output: z.strictObject({ act: id, endsAt: z.iso.datetime() }),
  admits: { 'security-officer': 'grant', counsel: 'grant' },
  stepUp: true,
  errors: {
    'privacy.on-hold': 409,
    'privacy.already-asked': 409,
    'identity.nobody-eligible': 409,
    'identity.no-session': 409,
    'register.classified-mark': 422,
  },
});

/** Of the program alone: the nightly job and `restore` come as the machine. */
export const eraseDue = defineAction({
  name: 'privacy.eraseDue',
  summary: { zh: '删除保存期限届满的信息', en: 'erase what is past its bound' },
  input: z.strictObject({}),
  output: z.strictObject({ run: id, erased: z.int(), missed: z.int() }),
  admits: {},
});

export const replayErasures = defineAction({
  name: 'privacy.replayErasures',
  summary: { zh: '恢复备份后重新删除已删信息', en: 'erase again what was erased before a restore' },
  input: z.strictObject({ erased: z.array(z.strictObject({ kind, target: id })).max(500) }),
  output: z.strictObject({ erased: z.int() }),
  admits: {},
});

const counts = z.record(z.string(), z.int());

export const erasureReport = defineQuery({
  name: 'privacy.erasureReport',
  summary: { zh: '查看到期删除情况', en: 'report on erasure' },
  input: z.strictObject({}),
  output: z.strictObject({
    /** What a run would erase now, by table: the dry run. */
    due: counts,
    runs: z.array(z.strictObject({ run: id, ranAt: z.iso.datetime(), erased: counts, missed: counts })),
    /** The bound of a row is past and no run has erased it: the auditor is to look into it. */
    missed: z.boolean(),
  }),
  admits: { 'security-officer': 'grant', auditor: 'grant' },
});

const held = z.strictObject({ hold: id, clause: z.string(), until: civilDay });

export const holds = defineQuery({
  name: 'privacy.holds',
  summary: { zh: '查看暂停删除', en: 'list holds' },
  input: z.strictObject({ ...pageInput }),
  output: pageOf(held.extend({ kind, target: id, reason: z.string().nullable(), from: civilDay, ended: z.boolean() })),
  admits: { 'security-officer': 'grant', counsel: 'grant', auditor: 'grant' },
  errors: { 'privacy.bad-cursor': 400 },
});

export const whoSaw = defineQuery({
  name: 'privacy.seen',
  summary: { zh: '查看谁看过我的信息', en: 'who saw my data' },
  input: z.strictObject({ ...pageInput }),
  output: pageOf(
    z.strictObject({
      day: civilDay,
      viewer: z.string(),
      /** Of the account that looked; null where it was the machine's administrator, or the account is gone. */
      name: z.string().nullable(),
      query: z.string(),
    }),
  ),
  admits: 'signed-in',
  errors: { 'privacy.no-person': 409, 'privacy.bad-cursor': 400 },
});

export const heldOnMe = defineQuery({
  name: 'privacy.held',
  summary: { zh: '查看单位保存了我的哪些信息', en: 'what is held on me' },
  input: z.strictObject({}),
  output: z.strictObject({
    kinds: z.array(
      z.strictObject({
        kind,
        name: said,
        purpose: z.string(),
        clause: z.string(),
        clauseName: said,
        records: z.int(),
        sensitive: z.boolean(),
        months: z.int(),
        /** Exclusive; null while what it serves has not ended (a post still held). */
        until: civilDay.nullable(),
      }),
    ),
    holds: z.array(held.extend({ clauseName: said })),
  }),
  admits: 'signed-in',
  errors: { 'privacy.no-person': 409 },
});
