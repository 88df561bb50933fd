import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type Calendar, uidOf, writeCalendar } from './write.ts';

const calendar: Calendar = {
  name: '平安门',
  stampedOn: '2026-11-23',
  days: [
    { uid: uidOf('feed', '2026-11-28'), day: '2026-11-28', title: '平安门：有一项待办到期' },
    { uid: uidOf('feed', '2026-12-31'), day: '2026-12-31', title: 'Sallyport: a task is due' },
  ],
};

/** As a parser of somebody else reads it. */
function read(text: string) {
  const whole = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = whole.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return { whole, events };
}

test('a foreign parser reads what was written: days, titles, identifiers and stamps', () => {
  const { whole, events } = read(writeCalendar(calendar));
  expect(whole.getFirstPropertyValue('version')).toBe('2.0');
  expect(whole.getFirstPropertyValue('name')).toBe('平安门');
  expect(
    events.map((event) => ({
      uid: event.uid,
      day: event.startDate.toString(),
      isDay: event.startDate.isDate,
      title: event.summary,
    })),
  ).toEqual(calendar.days.map((day) => ({ ...day, isDay: true })));
  const stamps = whole.getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('dtstamp')));
  expect(stamps).toEqual(['2026-11-23T00:00:00Z', '2026-11-23T00:00:00Z']);
});

test('one without any day is an object all the same, which RFC 5545 wants a component in', () => {
  const { whole, events } = read(writeCalendar({ ...calendar, days: [] }));
  expect(events).toEqual([]);
  expect(whole.getAllSubcomponents()).toHaveLength(1);
});

test('lines end in CRLF, none is longer than 75 octets, and no character is cut in two', () => {
  const title = `${'平安门有一项待办到期'.repeat(12)}𠮷${'a'.repeat(75)}`;
  const text = writeCalendar({ ...calendar, days: [{ uid: 'u', day: '2026-11-28', title }] });
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text.slice(0, -2).split('\r\n');
  expect(lines.join('')).not.toMatch(/[\r\n]/);
  const octets = lines.map((line) => Buffer.byteLength(line));
  expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  expect(Math.max(...octets)).toBeGreaterThanOrEqual(73);
  for (const line of lines) expect(line.isWellFormed()).toBe(true);
  expect(read(text).events[0]?.summary).toBe(title);
});

test('what has a meaning in it is escaped, and nothing begins a line of its own', () => {
  const title = 'a,b;c\\d\\n e\r\nBEGIN:VALARM\nf\u0007g';
  const text = writeCalendar({ ...calendar, days: [{ uid: 'u;1', day: '2026-11-28', title }] });
  expect(text).not.toContain('\r\nBEGIN:VALARM');
  const [event] = read(text).events;
  expect(event?.summary).toBe('a,b;c\\d\\n e\nBEGIN:VALARM\nfg');
  expect(event?.uid).toBe('u;1');
});

test('an identifier is the same whenever it is made, and another for another feed or day', () => {
  expect(uidOf('feed', '2026-11-28')).toBe(uidOf('feed', '2026-11-28'));
  expect(uidOf('feed', '2026-11-28')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set([uidOf('feed', 'a'), uidOf('feed', 'b'), uidOf('fee', 'da'), uidOf('other', 'a')]).size).toBe(4);
});
