import { createHash } from 'node:crypto';

/** A whole day of a calendar. */
type CalendarDay = {
  /** The same whenever this day is written again, and nothing that anybody knows it by elsewhere. */
  readonly uid: string;
  /** `2026-11-23`. */
  readonly day: string;
  readonly title: string;
};

export type Calendar = {
  readonly name: string;
  /** When what stands in it was last revised (RFC 5545, 3.8.7.2): a day, as the minute of a change is nobody's business. */
  readonly stampedOn: string;
  readonly days: readonly CalendarDay[];
};

/** An iCalendar object (RFC 5545): lines end in CRLF and are folded at 75 octets. */
export function writeCalendar({ name, stampedOn, days }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sallyport//Sallyport//ZH',
    'CALSCALE:GREGORIAN',
    // RFC 7986 and, for programs that came before it, what they read.
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...(days.length === 0 ? noComponent : days.flatMap((day) => eventOf(day, stampedOn))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** An object without any component is none (RFC 5545, 3.6); a zone is one that shows nothing. */
const noComponent = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const eventOf = ({ uid, day, title }: CalendarDay, stampedOn: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${digits(stampedOn)}T000000Z`,
  `DTSTART;VALUE=DATE:${digits(day)}`,
  `SUMMARY:${escaped(title)}`,
  'CLASS:PRIVATE',
  // Nobody is taken for busy because something is due.
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

const digits = (day: string): string => day.replaceAll('-', '');

/** TEXT (RFC 5545, 3.3.11). Other control characters have no form in it. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    // oxlint-disable-next-line no-control-regex -- control characters are just what is taken out here
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

const mostOctets = 75;

/** RFC 5545, 3.1: a longer line goes on after CRLF and a space, and no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // The space that begins a continued line counts.
    if (octets + size > mostOctets) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

/** An identifier with the look of a UUID (RFC 7986, 5.3) that tells nothing of what it was made from. */
export function uidOf(...from: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(from)).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
