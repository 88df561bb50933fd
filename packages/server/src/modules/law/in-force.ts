import { type Day, formatDay, parseDay } from '@sallyport/core/calendar';
import type { Clause, Edition, Rule } from '@sallyport/core/law';

type Span = Pick<Rule, 'from' | 'to'>;

export const inForce = ({ from, to }: Span, day: Day): boolean => from <= day && (to === null || day < to);

/** A clause may begin later or end earlier than the rest of its edition. */
export const spanOf = (edition: Edition, clause: Clause): Span => ({
  from: parseDay(clause.inForce?.from ?? '') ?? edition.from,
  to: parseDay(clause.inForce?.to ?? '') ?? edition.to,
});

/** How what is shown stands on the day it was asked of; null where no day was named. */
export const standingOn = (span: Span, day: Day | null) =>
  day === null
    ? null
    : {
        day: formatDay(day),
        state: inForce(span, day) ? ('inForce' as const) : day < span.from ? ('ahead' as const) : ('ended' as const),
      };
