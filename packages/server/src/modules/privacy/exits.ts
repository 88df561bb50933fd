import type { Way } from './contract.ts';

/**
 * Every act by which data leaves the house, with the way its handover is recorded for: the one list of them. Only what stands here can ask for
 * a handover, a test tries each, and another holds the list to the contracts and to what opens a connection at all (docs/decisions/0092).
 */
export const exits = {
  'identity.make-token': 'token',
  'journal.export': 'export',
  'ledgers.make': 'export',
  'notices.mail-leaves': 'mail',
  'notices.open-feed': 'calendar',
  'privacy.backUpToLeave': 'backup',
  'privacy.moveToLeave': 'move',
} as const satisfies Readonly<Record<`${string}.${string}`, Way>>;

export type Exit = keyof typeof exits;
