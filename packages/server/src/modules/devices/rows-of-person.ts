import type { RowsOfPerson } from '../../platform/database/rows-of-person.ts';

/** Who did what with a device, which goes along when two entries become one. */
export const devicesOfPerson: readonly RowsOfPerson[] = [
  { name: 'deviceTrail', table: 'device_trail', column: 'person', key: `own.device || '/' || own.number` },
];
