import type { Day } from '../calendar/index.ts';
import type { Status } from '../law/index.ts';
import type { Question } from './question.ts';

const microsOfDay = 86_400_000_000;

/** What may change the status of a duty by the mere passing of time. */
export type Ahead = {
  readonly due: number | null;
  readonly closes: number | null;
  /** Days from which something no longer holds, or first does: the begin of the period, the end of the evidence, of the waiver. */
  readonly begins: Day | null;
  readonly proven: Day | null;
  readonly waived: Day | null;
};

/**
 * The next moment after which the status may be another although no fact changed; null when time alone changes nothing. A day as a
 * moment means its end (DECISIONS 3): the status differs from the day after on.
 */
export function nextChangeOf(
  status: Status,
  ahead: Ahead,
  question: Question,
  clock: 'day' | 'instant',
): number | null {
  const { asOf, endOfDay } = question;
  const now = clock === 'instant' ? endOfDay : asOf;
  const endBefore = (day: Day | null): number | null =>
    day === null ? null : clock === 'instant' ? endOfDay + (day - 1 - asOf) * microsOfDay : day - 1;
  const open = status === 'pending' || status === 'overdue';
  // Without a due day the duty stays unclear until it closes.
  const unclear = status === 'unclear' && ahead.due === null;
  let next = earlier(null, open ? ahead.due : null, now);
  next = earlier(next, open || unclear ? ahead.closes : null, now);
  next = earlier(next, endBefore(ahead.begins), now);
  next = earlier(next, endBefore(ahead.proven), now);
  return earlier(next, endBefore(ahead.waived), now);
}

const earlier = (known: number | null, moment: number | null, now: number): number | null =>
  moment === null || moment < now || (known !== null && known <= moment) ? known : moment;
