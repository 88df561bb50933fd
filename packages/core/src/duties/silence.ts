import type { Day } from '../calendar/index.ts';
import type { Trace } from '../feel/index.ts';
import type { Status, Variant } from '../law/index.ts';

/** Why a rule gives a subject no duty, with what was seen on the way. */
export type Silence = {
  readonly reason: 'unborn' | 'elsewhere' | 'untriggered' | 'ahead' | 'outside' | 'waiting' | 'excluded';
  readonly variant: Variant | null;
  /** The trigger day; of a fact that has not come to be, the day on which it will. */
  readonly on: Day | null;
  /** The status of the duty this one follows; null where there is none. */
  readonly before: Status | null;
  readonly trace: Trace;
};

export type Note = (silence: Silence) => void;
