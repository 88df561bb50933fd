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

/** Decided by two persons or with consequences of their own: each has its own action and cannot be written as a plain fact. */
export const decidedKinds: ReadonlySet<string> = new Set([
  'waiver',
  'override',
  'dutyAssignment',
  'reviewDecision',
  'handover',
  'setting',
]);
