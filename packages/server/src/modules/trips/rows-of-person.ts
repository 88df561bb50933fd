import type { RowsOfPerson } from '../../platform/database/rows-of-person.ts';

/** Who drafted a journey, who did what about it and who decides at which step: it goes along when two entries become one. */
export const tripsOfPerson: readonly RowsOfPerson[] = [
  { name: 'tripPlan', table: 'trip_plan', column: 'filed_by', key: 'own.trip' },
  { name: 'tripTrail', table: 'trip_trail', column: 'person', key: `own.trip || '/' || own.number` },
  { name: 'tripStepHolder', table: 'trip_step_holder', column: 'person', key: 'own.id' },
];
