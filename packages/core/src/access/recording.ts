import type { Purpose } from '../facts/index.ts';
import type { Role } from './roles.ts';

/** Which facts a role may read and record by hand, by their purpose. The scope of the grant limits it further. */
type Reading = { readonly read: readonly Purpose[]; readonly record: readonly Purpose[] };

const every: readonly Purpose[] = [
  'organisation',
  'education',
  'travel',
  'custody',
  'exchange',
  'reporting',
  'inspection',
  'personnel',
];

const byRole: Readonly<Partial<Record<Role, Reading>>> = {
  'security-officer': { read: every, record: every },
  auditor: { read: every, record: [] },
  'unit-liaison': {
    read: ['organisation', 'education', 'travel', 'exchange', 'personnel', 'custody'],
    record: ['education', 'travel', 'exchange'],
  },
  'unit-lead': { read: ['organisation', 'education', 'travel', 'exchange', 'personnel', 'custody'], record: [] },
  custodian: { read: ['custody'], record: ['custody'] },
  // What is held on oneself, of every purpose (My page).
  member: { read: every, record: [] },
};

export const mayReadFacts = (role: Role, purpose: Purpose): boolean => byRole[role]?.read.includes(purpose) ?? false;
export const mayRecordFacts = (role: Role, purpose: Purpose): boolean =>
  byRole[role]?.record.includes(purpose) ?? false;

/**
 * Decided by two persons or with consequences of their own: each has its own action and cannot be written as a plain fact. What somebody
 * reports is among them: a filing is journaled without an actor and with the day alone (PEOPLE.md, "The journal keeps no trail"), and a
 * plain fact names who recorded it, to the minute.
 */
export const decidedKinds: ReadonlySet<string> = new Set([
  'waiver',
  'override',
  'dutyAssignment',
  'reviewDecision',
  'conflictDecision',
  'handover',
  'setting',
  'report',
]);

/**
 * Written by a room whose acts hold people to more than a form can: nobody records an approval by hand, least of all of their own journey.
 * Nor is a device lent, or what a trip carries listed, by a line of the register. What was approved elsewhere may come with an import.
 */
const ownRoomKinds: ReadonlySet<string> = new Set(['approval', 'carriedItem', 'deviceLoan']);

/** Whether a fact of the kind is recorded, corrected and withdrawn as such, by whoever may. */
export const isRecordedByHand = (kind: string): boolean => !decidedKinds.has(kind) && !ownRoomKinds.has(kind);

/**
 * What opens a gate by somebody else's word: an approval, a briefing, an education. Nobody brings in their own, whatever their role; somebody
 * else records it, or it comes of what they did in its room.
 */
export const ofOthersOnly: ReadonlySet<string> = new Set(['approval', 'briefing', 'completion']);
