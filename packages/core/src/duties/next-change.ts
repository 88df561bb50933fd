import type { Day } from '../calendar/index.ts';
import type { Status } from '../law/index.ts';
import type { Question } from './question.ts';

const microsOfDay = 86_400_000_000;

/** What may change the status of a duty by the mere passing of time. */
export type Ahead = {
  readonly due: number | null;
  readonly closes: number | null;
  /** Days from which something no longer holds, or first does: the end of the evidence or of the waiver, the begin of the period. */
  readonly turns: readonly (Day | null)[];
};

/**
 * The next moment after which the status may be another although no fact changed; null when time alone changes nothing. A day as a
 * moment means its end (DECISIONS 3): the status differs from the day after on.
 */
export function nextChangeOf(
  status: Status,
  { due, closes, turns }: Ahead,
  question: Question,
  clock: 'day' | 'instant',
): number | null {
  const { asOf, endOfDay } = question;
  const now = clock === 'instant' ? endOfDay : asOf;
  const endBefore = (day: Day): number => (clock === 'instant' ? endOfDay + (day - 1 - asOf) * microsOfDay : day - 1);
  const open = status === 'pending' || status === 'overdue';
  // Without a due day the duty stays unclear until it closes.
  const unclear = status === 'unclear' && due === null;
  const moments = [
    open ? due : null,
    open || unclear ? closes : null,
    ...turns.map((day) => (day === null ? null : endBefore(day))),
  ];
  const ahead = moments.filter((moment): moment is number => moment !== null && moment >= now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}
