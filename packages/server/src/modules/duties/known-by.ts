import { type Day, endOfDay, type Instant, parseDay, parseInstant } from '@sallyport/core/calendar';
import { refuse } from '../../platform/actions/refusal.ts';
import { instantText } from './duty-row.ts';

type Asked = {
  readonly day?: string | undefined;
  readonly mode: 'known' | 'true';
  readonly knownBy?: string | undefined;
};

/** Of an as-of question the two moments: until when something was so, and until when the program had learnt it (DECISIONS 4). */
export type AsOf = {
  readonly day: Day;
  readonly end: Instant;
  readonly knownBy: Instant;
  /** As the answer says it; null where all that is known now counts. */
  readonly told: string | null;
};

/** Nothing is known of days and moments to come; what we know now is known by no other moment. */
export function readAsOf(
  { day: text, mode, knownBy: moment }: Asked,
  { today, now }: { readonly today: Day; readonly now: Instant },
  offset: number,
): AsOf {
  const day = text === undefined ? today : (parseDay(text) ?? refuse('duties.day-ahead'));
  if (day > today) refuse('duties.day-ahead');
  const end = endOfDay(day, offset);
  if (moment === undefined)
    return { day, end, knownBy: end, told: mode === 'known' ? instantText(Math.min(end, now)) : null };
  if (mode === 'true') return refuse('duties.moment-of-known');
  const knownBy = parseInstant(moment) ?? refuse('duties.day-ahead');
  return knownBy > now ? refuse('duties.day-ahead') : { day, end, knownBy, told: instantText(knownBy) };
}
