/** What verification can find. Each is another thing: what was done, or what nobody can know. */
export type FindingCode =
  | 'entry-changed'
  | 'entry-dropped'
  | 'entry-added'
  | 'entries-swapped'
  | 'entry-malformed'
  | 'entries-fewer'
  | 'entries-past-head'
  | 'entry-back-dated'
  | 'entry-out-of-order'
  | 'entry-post-dated'
  | 'tile-missing'
  | 'tile-wrong'
  | 'checkpoint-malformed'
  | 'checkpoint-unsigned'
  | 'checkpoint-of-another-log'
  | 'no-own-checkpoint'
  | 'history-changed'
  | 'history-forked'
  | 'two-heads'
  | 'rolled-back'
  | 'epoch-rolled-back'
  | 'epoch-unannounced'
  | 'restored'
  | 'restore-lost'
  | 'restore-understated'
  | 'restore-contradicted'
  | 'no-outside-checkpoint'
  | 'after-outside-checkpoint'
  | 'no-dated-checkpoint'
  | 'old-epoch-not-here';

/**
 * `broken`: the log is not what it was. `notice`: something the log itself announced. `unknowable`: no one can say from what is here, and a
 * verifier who kept silent about it would be read as saying "all is well".
 */
export type FindingKind = 'broken' | 'notice' | 'unknowable';

export type Finding = {
  readonly code: FindingCode;
  /** The first entry concerned, counted from 0; null where no entry is. */
  readonly index: number | null;
  /** The day that entry names; null where it is not known. */
  readonly day: string | null;
  /** What the sentence needs besides. */
  readonly detail: Readonly<Record<string, string | number>>;
};

const kinds: Readonly<Partial<Record<FindingCode, FindingKind>>> = {
  restored: 'notice',
  'restore-lost': 'notice',
  'no-outside-checkpoint': 'unknowable',
  'after-outside-checkpoint': 'unknowable',
  'no-dated-checkpoint': 'unknowable',
  'old-epoch-not-here': 'unknowable',
};

export const kindOf = (code: FindingCode): FindingKind => kinds[code] ?? 'broken';
