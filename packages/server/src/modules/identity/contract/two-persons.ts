import { type Role, roles, staffRoles } from '@sallyport/core/access';
import { civilDay, defineAction, defineQuery, id } from '@sallyport/core/contract';
import { levels, riskNames } from '@sallyport/core/trips';
import { z } from 'zod';
import { actKinds } from './act-kinds.ts';
import { instant, nothing, reason, role, secret, withNetwork } from './shapes.ts';

const staff = Object.fromEntries([...staffRoles].map((each) => [each, 'grant' as const]));

const act = { entry: withNetwork, stepUp: true } as const;
const asked = z.strictObject({ act: id, endsAt: instant });
const askErrors = { 'identity.nobody-eligible': 409, 'identity.no-session': 409 } as const;

/** Roles over content that can be lent for four hours; keeping accounts is not among them. */
export const lentRoles: readonly Role[] = roles.filter((each) => each !== 'administrator' && each !== 'member');

export const askBreakGlass = defineAction({
  ...act,
  name: 'identity.ask-break-glass',
  summary: { zh: '申请紧急查阅（四小时）', en: 'Ask for emergency access (four hours)' },
  input: z.strictObject({ role: z.enum(lentRoles as [Role, ...Role[]]), unit: id.nullable(), reason }),
  output: asked,
  admits: staff,
  errors: { ...askErrors, 'identity.role-held': 409, 'identity.roles-apart': 409 },
});

export const askRecovery = defineAction({
  ...act,
  name: 'identity.ask-recovery',
  summary: { zh: '申请恢复他人账号', en: 'Ask to recover an account' },
  input: z.strictObject({ account: id, reason }),
  output: asked,
  admits: { administrator: 'grant', 'security-officer': 'grant' },
  errors: { ...askErrors, 'identity.not-oneself': 409, 'identity.account-disabled': 409 },
});

export const askSeparationEnd = defineAction({
  ...act,
  name: 'identity.ask-separation-end',
  summary: { zh: '申请停用三员分立', en: 'Ask to end the separation of the three roles' },
  input: z.strictObject({ reason }),
  output: asked,
  admits: { administrator: 'grant' },
  errors: { ...askErrors, 'identity.not-separated': 409 },
});

/** The answer holds a link where an account is recovered: the second person hands it to its owner, and it lets nobody in by itself. */
export const confirmAct = defineAction({
  ...act,
  name: 'identity.confirm-act',
  summary: { zh: '作为第二人确认', en: 'Confirm as the second person' },
  input: z.strictObject({
    act: id,
    /** Of an identity check: the code that whoever was met has told. */
    check: z.string().max(20).optional(),
  }),
  output: z.strictObject({ token: secret.nullable(), endsAt: instant.nullable() }),
  admits: staff,
  errors: {
    'identity.second-person': 403,
    'identity.no-session': 409,
    'identity.account-disabled': 409,
    'identity.roles-apart': 409,
    'identity.can-sign-in-already': 409,
    'identity.wait-first': 409,
    'identity.check-differs': 409,
    // What the room that asked finds changed since.
    'duties.never-waived': 409,
    'duties.never-put-off': 409,
    'duties.no-gate': 409,
    'duties.never-overridden': 409,
    'duties.not-open': 409,
    'duties.end-out-of-bounds': 422,
    'duties.organisation-first': 409,
    'duties.no-conflict': 409,
    'law.already-confirmed': 409,
    'law.not-confirmed': 409,
    'law.number-taken': 409,
    'law.number-form': 422,
    'law.number-beyond': 422,
    'law.no-such-figure': 422,
    'law.figures-differ': 409,
    'law.setting-first': 409,
    'privacy.on-hold': 409,
    'advisories.lapsed-already': 422,
    'advisories.not-in-force': 409,
    'education.package-not-so': 409,
    'register.fields-refused': 422,
    'register.classified-mark': 422,
  },
  secretOutput: true,
});

export const declineAct = defineAction({
  ...act,
  name: 'identity.decline-act',
  summary: { zh: '作为第二人不同意', en: 'Decline as the second person' },
  input: z.strictObject({ act: id }),
  output: nothing,
  admits: staff,
  errors: { 'identity.second-person': 403, 'identity.no-session': 409 },
});

export const withdrawAct = defineAction({
  name: 'identity.withdraw-act',
  summary: { zh: '撤回申请', en: 'Withdraw what was asked' },
  input: z.strictObject({ act: id }),
  output: nothing,
  admits: 'signed-in',
  errors: { 'identity.no-session': 409 },
});

const said = z.strictObject({ zh: z.string(), en: z.string() });

/** What an act of another room is about, for whoever is to sign it. */
const told = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('duty'),
    rule: id,
    title: said,
    clauses: z.array(z.strictObject({ id, name: said })),
    subject: z.strictObject({ kind: z.string(), id }),
    period: civilDay.nullable(),
    authority: z.string().nullable(),
    until: civilDay,
  }),
  z.strictObject({
    about: z.literal('clause'),
    clause: id,
    name: said,
    heading: said,
    /** What the text says otherwise than the pack; null where a confirmation is to be withdrawn. */
    corrected: z
      .strictObject({
        number: z.string().nullable(),
        heading: said.nullable(),
        gist: said.nullable(),
        figures: z.array(said),
      })
      .nullable(),
    read: z.strictObject({ citation: z.string(), textOn: civilDay, textHash: z.string() }).nullable(),
  }),
  z.strictObject({
    about: z.literal('conflict'),
    rule: id,
    title: said,
    clauses: z.array(z.strictObject({ id, name: said })),
    subject: z.strictObject({ kind: z.string(), id }),
    /** What one side demands and the other restrains. */
    act: said,
    decision: z.string(),
    restraining: z.array(
      z.strictObject({ rule: id, title: said, clauses: z.array(z.strictObject({ id, name: said })) }),
    ),
  }),
  z.strictObject({
    about: z.literal('advisory'),
    places: z.array(z.string()),
    levels: z.partialRecord(z.enum(riskNames), z.enum(levels)),
    said: z.string(),
    source: z.string(),
    lastDay: civilDay,
    before: z
      .strictObject({ places: z.array(z.string()), levels: z.partialRecord(z.enum(riskNames), z.enum(levels)) })
      .nullable(),
  }),
  z.strictObject({
    about: z.literal('package'),
    package: id,
    title: z.string(),
    topic: said,
    validMonths: z.int(),
    counts: z.enum(['passed', 'completed']),
    standard: z.string(),
    sha256: z.string(),
  }),
  z.strictObject({ about: z.literal('person'), person: id, name: z.string().nullable(), records: z.int() }),
]);

/** What the asker waits for, and what they may confirm themselves. */
export const pendingActs = defineQuery({
  name: 'identity.pending-acts',
  summary: { zh: '待第二人确认的事项', en: 'Acts that wait for a second person' },
  input: nothing,
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        act: id,
        kind: z.enum(actKinds),
        mine: z.boolean(),
        first: z.string(),
        subject: z.string().nullable(),
        role: role.nullable(),
        unit: id.nullable(),
        reason: z.string(),
        askedAt: instant,
        /** Nobody may confirm it before. */
        from: instant.nullable(),
        endsAt: instant,
        told: told.nullable(),
        /** Who may be the second person, by name. */
        eligible: z.array(z.string()),
      }),
    ),
  }),
  admits: staff,
  showsPerson: true,
});

/** To the person concerned: who had emergency access while what is held on them was looked at. */
export const notices = defineQuery({
  name: 'identity.notices',
  summary: { zh: '紧急查阅告知', en: 'Notices of emergency access' },
  input: nothing,
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        act: id,
        by: z.string(),
        role,
        reason: z.string(),
        from: instant,
        until: instant,
        toldAt: instant,
      }),
    ),
  }),
  admits: 'signed-in',
});

/** Nobody but the machine: admitted by no role. */
export const tellConcerned = defineAction({
  name: 'identity.tell-concerned',
  summary: { zh: '告知紧急查阅所涉人员', en: 'Tell everybody concerned by emergency access' },
  input: nothing,
  output: z.strictObject({ acts: z.int(), told: z.int() }),
  admits: {},
});

export const tidy = defineAction({
  name: 'identity.tidy',
  summary: { zh: '清除到期的登录信息', en: 'Erase what signing in no longer needs' },
  input: nothing,
  output: z.strictObject({ emptied: z.int(), removed: z.int() }),
  admits: {},
});
