import type { Key } from '../../app/words.ts';

const keys: Readonly<Record<string, Key>> = {
  'duties.tick': 'jobs.work.tick',
  'duties.recompute': 'jobs.work.recompute',
  'files.sweep': 'jobs.work.sweep',
  'imports.work': 'jobs.work.import',
  'imports.sweep': 'jobs.work.sweepImports',
  'identity.tidy': 'jobs.work.tidy',
  'identity.tell-concerned': 'jobs.work.tellConcerned',
  'notices.digest': 'jobs.work.digest',
  'notices.send': 'jobs.work.send',
  'privacy.erase': 'jobs.work.erase',
  'privacy.log-erasures': 'jobs.work.logErasures',
  'journal.cosign': 'jobs.work.cosign',
  'journal.forget-contexts': 'jobs.work.forgetContexts',
  'installation.back-up': 'jobs.work.backUp',
};

/** What a queue does, in words; one this console does not know is named by itself. */
export const queueKey = (queue: string): Key => keys[queue] ?? 'jobs.work.other';
