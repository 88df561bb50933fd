import type { RowsOfPerson } from '../../platform/database/rows-of-person.ts';

/** Who was told of an advisory, which goes along when two entries become one. */
export const noticesOfPerson: readonly RowsOfPerson[] = [
  { name: 'advisoryNotice', table: 'advisory_notice', column: 'person', key: `own.advisory || '/' || own.traveller` },
];
