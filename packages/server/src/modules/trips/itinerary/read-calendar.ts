import { isZone } from '@sallyport/core/contract';
import ical from 'ical.js';

type Component = InstanceType<typeof ical.Component>;
type Time = InstanceType<typeof ical.Time>;

/** Where and when, as a calendar has it: nothing of who else is there, of what is said about it, or of how often it comes again. */
export type Stay = {
  readonly place: string;
  readonly arrivesOn: string;
  readonly leavesOn: string;
  readonly zone: string | null;
};

/** Enough for a year of somebody's appointments; what a program makes to keep another one busy is longer. */
const mostEvents = 2000;
const longestPlace = 200;

/**
 * The events of an iCalendar file (RFC 5545) as stays; null where it is none. A rule of repetition is never carried out: a file of ten lines
 * can ask for a million events. Attendees, organisers, notes, links and alarms are not looked at.
 */
export function readCalendar(text: string): Stay[] | null {
  try {
    const calendar = new ical.Component(ical.parse(text));
    if (calendar.name !== 'vcalendar') return null;
    const named = calendar.getFirstPropertyValue('x-wr-timezone');
    const house = typeof named === 'string' && isZone(named) ? named : null;
    return calendar
      .getAllSubcomponents('vevent')
      .slice(0, mostEvents)
      .flatMap((event) => readable(event, house) ?? []);
  } catch {
    return null;
  }
}

/** One event with a day that is none takes no other with it. */
function readable(event: Component, house: string | null): Stay | null {
  try {
    return stayOf(event, house);
  } catch {
    return null;
  }
}

function stayOf(event: Component, house: string | null): Stay | null {
  if (String(event.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') return null;
  const place = textOf(event, 'location') || textOf(event, 'summary');
  const { startDate: start, endDate: end } = new ical.Event(event);
  if (place === '' || start === null || start === undefined) return null;
  const zone = zoneOf(event, start, house);
  const arrivesOn = dayOf(start, zone);
  const last = end ?? start;
  // The end of whole days is the day after the last one (RFC 5545, 3.6.1).
  const leaves = dayOf(last, zone);
  const leavesOn = last.isDate && leaves > arrivesOn ? dayBefore(leaves) : leaves;
  const inRange = /^(19|20|21)\d\d-\d\d-\d\d$/;
  if (!inRange.test(arrivesOn) || !inRange.test(leavesOn) || leavesOn < arrivesOn) return null;
  return { place, arrivesOn, leavesOn, zone };
}

function textOf(event: Component, name: string): string {
  const value = event.getFirstPropertyValue(name);
  if (typeof value !== 'string') return '';
  const line = value
    .normalize('NFC')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  return Array.from(line).slice(0, longestPlace).join('').trim();
}

/** The zone that the event names; of an instant in UTC that of the calendar, in which whoever wrote it reads it. */
function zoneOf(event: Component, start: Time, house: string | null): string | null {
  const named = event.getFirstProperty('dtstart')?.getParameter('tzid');
  if (typeof named === 'string') return isZone(named) ? named : null;
  return start.isDate ? null : house;
}

/** The civil day as it is written; of an instant in UTC the day there, where a zone is known. */
function dayOf(time: Time, zone: string | null): string {
  if (time.isDate || zone === null || time.zone?.tzid !== 'UTC') return written(time.year, time.month, time.day);
  const instant = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  const there = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const part = (type: string): number =>
    Number(there.formatToParts(instant).find((one) => one.type === type)?.value ?? Number.NaN);
  return written(part('year'), part('month'), part('day'));
}

const written = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
