import { expect, test } from 'vitest';
import { proposeLegs } from './propose-legs.ts';
import { readCalendar } from './read-calendar.ts';

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT', ''];
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const stays = (...lines: string[]) =>
  readCalendar(calendar(...lines))?.map(({ place, arrivesOn, leavesOn, zone }) => [place, arrivesOn, leavesOn, zone]);

test('whole days end on the day before the end that the file has', () => {
  expect(
    stays(
      ...event('DTSTART;VALUE=DATE:20261220', 'DTEND;VALUE=DATE:20261224', 'LOCATION:Oslo\\, Norway', 'SUMMARY:Talk'),
    ),
  ).toEqual([['Oslo, Norway', '2026-12-20', '2026-12-23', null]]);
  expect(stays(...event('DTSTART;VALUE=DATE:20261231', 'SUMMARY:会议'))).toEqual([
    ['会议', '2026-12-31', '2026-12-31', null],
  ]);
});

test('a day is the civil day of the zone that is named; an instant in UTC is that of the calendar’s own zone', () => {
  const flight = [
    'DTSTART;TZID=Europe/Oslo:20261220T233000',
    'DTEND;TZID=Europe/Oslo:20261221T013000',
    'LOCATION:Oslo',
  ];
  expect(stays(...event(...flight))).toEqual([['Oslo', '2026-12-20', '2026-12-21', 'Europe/Oslo']]);
  const instant = event('DTSTART:20261220T233000Z', 'DURATION:PT2H', 'LOCATION:Oslo');
  expect(stays(...instant)).toEqual([['Oslo', '2026-12-20', '2026-12-21', null]]);
  expect(stays('X-WR-TIMEZONE:Asia/Shanghai', ...instant)).toEqual([
    ['Oslo', '2026-12-21', '2026-12-21', 'Asia/Shanghai'],
  ]);
  expect(stays(...event('DTSTART;TZID=Nowhere/Else:20261220T100000', 'LOCATION:Oslo'))).toEqual([
    ['Oslo', '2026-12-20', '2026-12-20', null],
  ]);
});

test('nothing of who else is there or of what is said is read, and a cancelled or nameless event is none', () => {
  const read = readCalendar(
    calendar(
      ...event(
        'DTSTART;VALUE=DATE:20261220',
        'LOCATION:Oslo',
        'ATTENDEE;CN=Somebody:mailto:somebody@example.org',
        'ORGANIZER:mailto:other@example.org',
        'DESCRIPTION:a note',
        'URL:https://example.org/',
      ),
      ...event('DTSTART;VALUE=DATE:20261221', 'LOCATION:Bergen', 'STATUS:CANCELLED'),
      ...event('DTSTART;VALUE=DATE:20261221'),
      ...event('LOCATION:Nowhen'),
      ...event('DTSTART:tomorrow', 'LOCATION:Never'),
    ),
  );
  expect(read).toEqual([{ place: 'Oslo', arrivesOn: '2026-12-20', leavesOn: '2026-12-20', zone: null }]);
});

test('a rule of repetition is not carried out', () => {
  expect(stays(...event('DTSTART:20261220T100000Z', 'RRULE:FREQ=SECONDLY', 'LOCATION:Oslo'))).toHaveLength(1);
});

test.each([
  ['no calendar', 'hello'],
  ['nothing', ''],
  ['an address card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n'],
  ['one that never ends', `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(15_000)}`],
  ['one letter', 'A'.repeat(262_144)],
])('%s is told to be none', (_what, text) => {
  expect(readCalendar(text)).toBeNull();
});

test('what is over is not proposed, what is there twice is proposed once, and no more than a plan can hold', () => {
  const stay = (day: number) => ({
    place: `P${day}`,
    arrivesOn: `2026-12-${day}`,
    leavesOn: `2026-12-${day}`,
    zone: null,
  });
  const many = Array.from({ length: 50 }, (_, at) => ({ ...stay(28), place: `place ${at}` }));
  expect(proposeLegs([stay(25), stay(12), stay(10), stay(25)], '2026-12-12').legs.map(({ place }) => place)).toEqual([
    'P12',
    'P25',
  ]);
  const { legs, left } = proposeLegs(many, '2026-12-12');
  expect([legs.length, left]).toEqual([40, 10]);
});
