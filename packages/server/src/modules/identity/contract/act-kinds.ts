import type { Role } from '@sallyport/core/access';

/** What takes two persons. The last ones belong to another room, which says who may sign and what is done then (room-acts.ts). */
export const actKinds = [
  'break-glass',
  'recovery',
  'identity-check',
  'separation-end',
  'waiver',
  'override',
  'clause-confirmation',
  'confirmation-end',
  'erasure',
  'conflict-decision',
  'advisory',
  'advisory-end',
  'package',
] as const;

/** Who asks for acts of two persons in the course of their work, or may sign them second. */
export const actRoles: readonly Role[] = [
  'administrator',
  'security-officer',
  'unit-lead',
  'approver',
  'counsel',
  'auditor',
];
