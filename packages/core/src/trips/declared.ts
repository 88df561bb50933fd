/** What may be declared of a journey, as words. */
export const hostKinds = [
  'government',
  'military-related',
  'university',
  'company',
  'media',
  'ngo',
  'individual',
  'other',
] as const;
export type HostKind = (typeof hostKinds)[number];
export const itemKinds = ['device', 'medium', 'paper', 'specimen', 'other'] as const;
export type ItemKind = (typeof itemKinds)[number];
export const tripKinds = ['official', 'posting', 'training', 'study', 'private'] as const;
export type TripKind = (typeof tripKinds)[number];
/** Posts of which the register says that they are held; who holds none is nobody's matter. */
export const postsHeld = ['secret-bearing', 'cleared'] as const;
export type PostHeld = (typeof postsHeld)[number];
