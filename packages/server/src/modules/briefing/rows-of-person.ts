import type { RowsOfPerson } from '../../platform/database/rows-of-person.ts';

/** Briefings of somebody and what they read of them, which go along when two entries become one. */
export const briefingsOfPerson: readonly RowsOfPerson[] = [
  { name: 'briefing', table: 'trip_briefing', column: 'person', key: `own.traveller || '/' || own.number` },
  { name: 'briefingGiven', table: 'trip_briefing', column: 'briefed_by', key: `own.traveller || '/' || own.number` },
  { name: 'briefingReading', table: 'briefing_reading', column: 'person', key: `own.traveller || '/' || own.hash` },
];
