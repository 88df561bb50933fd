import type { Key } from '../../app/words.ts';

const keys: Readonly<Record<string, Key>> = {
  'duties.tick': 'jobs.work.tick',
  'duties.recompute': 'jobs.work.recompute',
  'identity.tidy': 'jobs.work.tidy',
  'identity.tell-concerned': 'jobs.work.tellConcerned',
  'notices.digest': 'jobs.work.digest',
  'notices.send': 'jobs.work.send',
  'privacy.erase': 'jobs.work.erase',
  'privacy.log-erasures': 'jobs.work.logErasures',
  'installation.back-up': 'jobs.work.backUp',
};

/** What a queue does, in words; one this console does not know is named by itself. */
export const queueKey = (queue: string): Key => keys[queue] ?? 'jobs.work.other';
