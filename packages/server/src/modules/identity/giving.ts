import { type Grant, type Role, reaches, roles, scopeOf, separatedRoles, staffRoles } from '@sallyport/core/access';

/** Who may give a role, and take it back. The administrator keeps accounts and never rights over content; the officer never the auditor. */
const givers: Readonly<Record<Role, 'administrator' | 'security-officer'>> = {
  administrator: 'administrator',
  auditor: 'administrator',
  'security-officer': 'security-officer',
  'unit-liaison': 'security-officer',
  'unit-lead': 'security-officer',
  approver: 'security-officer',
  member: 'security-officer',
  custodian: 'security-officer',
  'case-handler': 'security-officer',
  counsel: 'security-officer',
  'staff-representative': 'security-officer',
};

/** `first`: nobody was ever given this role, so that somebody else has to begin; only the first officer is begun so. */
export function mayGive(held: readonly Grant[], role: Role, unit: string | null, first: boolean): boolean {
  const giver = role === 'security-officer' && first ? 'administrator' : givers[role];
  const scope = scopeOf({ [giver]: 'grant' }, held, null);
  return scope !== null && reaches(scope, { person: null, unit });
}

/**
 * Two roles that one account may not hold together. An administrator never holds a role over content, and no setting changes that; where
 * the three roles (三员) are required apart, none of them goes with another.
 */
export function clashOf(held: ReadonlySet<Role>, separation: boolean): readonly [Role, Role] | null {
  const content = roles.find((role) => role !== 'administrator' && staffRoles.has(role) && held.has(role));
  if (held.has('administrator') && content !== undefined) return ['administrator', content];
  const [one, other] = separatedRoles.filter((role) => held.has(role));
  return separation && one !== undefined && other !== undefined ? [one, other] : null;
}
