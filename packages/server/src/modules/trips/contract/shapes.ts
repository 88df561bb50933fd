import { civilDay, id, text, zone } from '@sallyport/core/contract';
import { approvalRoles, hostKinds, itemKinds, refusalReasons, states, tripKinds } from '@sallyport/core/trips';
import { z } from 'zod';

export const state = z.enum(states);
export const role = z.enum(approvalRoles as readonly [(typeof approvalRoles)[number], ...typeof approvalRoles]);
export const refusalReason = z.enum(refusalReasons);
export const verdict = z.enum(['agreed', 'conditions', 'refused']);
export const tripKind = z.enum(tripKinds);
const hostKind = z.enum(hostKinds);
const itemKind = z.enum(itemKinds);

export const leg = z.strictObject({
  place: text(200).pipe(z.string().min(1)),
  host: text(200).nullable(),
  arrivesOn: civilDay.nullable(),
  leavesOn: civilDay.nullable(),
  zone: zone.nullable(),
  hostKind: hostKind.nullable(),
  /** Who, where, about what. */
  meetings: text(2000).nullable(),
});
/** Both are days of that place: nobody leaves one before they came. */
const plannedLeg = leg.refine(
  ({ arrivesOn, leavesOn }) => arrivesOn === null || leavesOn === null || arrivesOn <= leavesOn,
  { path: ['leavesOn'], message: 'leaves before it arrives' },
);

export const item = z.strictObject({
  kind: itemKind,
  /** Its number in the register of devices and carriers, or its permit. */
  number: text(100).nullable(),
  about: text(200).pipe(z.string().min(1)),
  /** The device of the pool that it is: nothing of the pool leaves unlisted. */
  device: id.nullable().optional(),
  /** It bears state secrets: then it goes under a permit of its own or not at all. */
  classified: z.boolean().optional(),
  /** Which copy of the register it is, whose permit is looked for. */
  copy: id.nullable().optional(),
});

export const plan = z
  .strictObject({
    purpose: text(2000),
    departsOn: civilDay.nullable(),
    returnsOn: civilDay.nullable(),
    legs: z.array(plannedLeg).max(40),
    items: z.array(item).max(100),
    communications: text(1000).nullable(),
  })
  .refine(({ departsOn, returnsOn }) => departsOn === null || returnsOn === null || departsOn <= returnsOn, {
    path: ['returnsOn'],
    message: 'returns before it departs',
  });
export type PlanGiven = z.output<typeof plan>;

const fileTypes = ['pdf', 'jpg', 'png', 'webp', 'docx', 'xlsx', 'txt', 'csv'] as const;
export const paper = z.strictObject({
  file: z.string().regex(/^[0-9a-f]{32}$/),
  name: z.string(),
  type: z.enum(fileTypes),
  size: z.int(),
});

/** How many entries the trail had, and one: whoever acts on what has moved on is told. */
export const tripVersion = z.int().min(1);
export const named = { trip: id, version: tripVersion };
export const done = z.strictObject({ trip: id, version: tripVersion });
export const said = text(2000);
export const why = said.refine((value) => Array.from(value).length >= 4, 'too short');
