import type { Role } from './roles.ts';

/** A role held by an account: over the whole organisation (`unit` null) or over one unit and everything under it. */
export type Grant = {
  readonly role: Role;
  readonly unit: string | null;
  /** The unit and all units under it; empty for the whole organisation. */
  readonly subtree: ReadonlySet<string>;
  /** Only lent, by break-glass: to look with, and for nothing else. */
  readonly lent?: boolean;
};

/** How far a role reaches: to what is about the actor's own person, or as far as the grant (the organisation or a subtree of units). */
export type Reach = 'own' | 'grant';

/** Who may do something, by role and reach. A role that is not named may not. */
export type Rights = Readonly<Partial<Record<Role, Reach>>>;

/** Where the object of an action lies: about a person, in a unit, or the organisation's own (both null). */
export type Place = { readonly person: string | null; readonly unit: string | null };

/** What of an organisation somebody may see or act on; a list query filters by it. */
export type Scope =
  | { readonly whole: true }
  | { readonly whole: false; readonly units: ReadonlySet<string>; readonly person: string | null };

/** The union of what the grants give under these rights; null when no role held is named at all. */
export function scopeOf(rights: Rights, grants: readonly Grant[], person: string | null): Scope | null {
  const units = new Set<string>();
  let own = false;
  for (const { role, unit, subtree } of grants) {
    const reach = rights[role];
    if (reach === undefined) continue;
    own = true;
    if (reach === 'own') continue;
    if (unit === null) return { whole: true };
    for (const each of subtree) units.add(each);
  }
  return own ? { whole: false, units, person } : null;
}

/** Whether an object lies within a scope. What belongs to the organisation as a whole needs the whole. */
export function reaches(scope: Scope, place: Place): boolean {
  if (scope.whole) return true;
  if (place.person !== null && place.person === scope.person) return true;
  return place.unit !== null && scope.units.has(place.unit);
}
