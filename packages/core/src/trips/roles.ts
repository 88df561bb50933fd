import type { Aspect } from './plan.ts';

export type ApprovalRole = keyof typeof looks;

type Look = {
  /** Steps of a lower place come first: unit, then those who advise, then who leads, then who decides outside the house. */
  readonly place: number;
  readonly at: readonly Aspect[];
};

const looks = {
  unitLead: { place: 1, at: ['places', 'dates'] },
  securityOfficer: { place: 2, at: ['places', 'dates', 'items'] },
  secrecyBody: { place: 2, at: ['places', 'dates', 'items'] },
  personnelBody: { place: 2, at: ['places', 'dates'] },
  foreignAffairs: { place: 2, at: ['places', 'dates'] },
  leader: { place: 3, at: ['places', 'dates'] },
  authority: { place: 4, at: ['places', 'dates'] },
  agency: { place: 4, at: ['places', 'dates'] },
} as const satisfies Record<string, Look>;

export const approvalRoles = Object.keys(looks) as readonly ApprovalRole[];
export const isApprovalRole = (role: string): role is ApprovalRole => role in looks;
export const placeOf = (role: ApprovalRole): number => looks[role].place;
export const aspectsOf = (role: ApprovalRole): readonly Aspect[] => looks[role].at;
