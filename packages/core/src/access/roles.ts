/** The roles an account may hold (issue of accounts and rights; PEOPLE.md). Each grant is scoped to the organisation or a subtree of units. */
export const roles = [
  'administrator',
  'security-officer',
  'unit-liaison',
  'unit-lead',
  'approver',
  'member',
  'custodian',
  'case-handler',
  'counsel',
  'staff-representative',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** Roles that see other people's records or run the installation: a second factor is required of them. */
export const staffRoles: ReadonlySet<Role> = new Set(roles.filter((role) => role !== 'member'));

/** 三员: where separation is required, no person holds two of these (system administrator, security officer, security auditor). */
export const separatedRoles: readonly Role[] = ['administrator', 'security-officer', 'auditor'];
