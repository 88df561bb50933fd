import { type Day, type Instant, microsPerDay, parseDay } from '@sallyport/core/calendar';

/** A time on a wall: the civil day, and minutes after its midnight. */
export type Civil = { readonly day: Day; readonly minute: number };

const microsPerMinute = 60_000_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than all else here, and people are in few zones. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** What the clocks of a named zone show. No named zone is resolved in SQL (DECISIONS 2). */
export function civilIn(zone: string, instant: Instant): Civil {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant / 1000)
      .map(({ type, value }) => [type, value]),
  );
  const day = parseDay(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`);
  if (day === null) throw new Error(`no civil day in ${zone}`);
  return { day, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
}

const asIfUtc = ({ day, minute }: Civil): number => day * microsPerDay + minute * microsPerMinute;

/** When the clocks of a zone show this; where they skip it (summer time begins), as long after the leap as it lies in the gap. */
export function instantIn(zone: string, civil: Civil): Instant {
  const wanted = asIfUtc(civil);
  const offsetAt = (instant: Instant): number => asIfUtc(civilIn(zone, instant)) - wholeMinutes(instant);
  const guess = wanted - offsetAt(wanted);
  return wanted - offsetAt(guess);
}

const wholeMinutes = (instant: Instant): number => Math.floor(instant / microsPerMinute) * microsPerMinute;
