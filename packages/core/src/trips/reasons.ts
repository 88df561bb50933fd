/**
 * Why a journey may be refused: a closed list, and every reason is one of the journey. None is about the traveller, whom they know or
 * where they come from (PEOPLE.md, abuse 4).
 */
export const refusalReasons = [
  'no-need',
  'places-at-risk',
  'advisory-in-force',
  'dates-collide',
  'host-unclear',
  'plan-incomplete',
  'items-not-permitted',
  'condition-of-law-unmet',
  'not-in-plan',
  'no-funds',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];
