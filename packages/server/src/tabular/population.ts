import { type Kind, noRow, type Register, tableOf, vocabulary } from '@sallyport/core/facts';

/** What binds a person to the organisation besides their unit. Education alone does not: anybody may have sat in a hall. */
const binding: ReadonlySet<string> = new Set([
  'assignment',
  'posting',
  'appointment',
  'traveller',
  'clearance',
  'leaving',
]);

/** The fields of a kind that bind the person they name. */
export const bindingFields = (kind: Kind): string[] =>
  binding.has(kind.name)
    ? Object.entries(kind.fields).flatMap(([name, { to }]) => (to === 'person' ? [name] : []))
    : [];

/** Ids of people the register has no reason to hold: no unit, no post, no part in a journey (PEOPLE.md, abuse 20). */
export function unboundPeople(register: Register): string[] {
  const people = tableOf(register, 'person');
  const bound = new Uint8Array(people.ids.length);
  const unit = people.columns['unit'];
  if (unit?.type === 'ref') unit.values.forEach((row, person) => row !== noRow && (bound[person] = 1));
  for (const kind of vocabulary.kinds.values()) {
    for (const name of bindingFields(kind)) {
      const column = tableOf(register, kind.name).columns[name];
      if (column?.type !== 'ref') continue;
      for (const person of column.values) if (person !== noRow) bound[person] = 1;
    }
  }
  return people.ids.filter((_, person) => bound[person] === 0);
}
