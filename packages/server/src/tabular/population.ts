import { noRow, type Register, tableOf, vocabulary } from '@sallyport/core/facts';

/** What binds a person to the organisation besides their unit. Education alone does not: anybody may have sat in a hall. */
const binding = ['assignment', 'posting', 'appointment', 'traveller', 'clearance', 'leaving'];

/** Ids of people the register has no reason to hold: no unit, no post, no part in a journey (PEOPLE.md, abuse 20). */
export function unboundPeople(register: Register): string[] {
  const people = tableOf(register, 'person');
  const bound = new Uint8Array(people.ids.length);
  const unit = people.columns['unit'];
  if (unit?.type === 'ref') unit.values.forEach((row, person) => row !== noRow && (bound[person] = 1));
  for (const kind of binding) {
    for (const [name, field] of Object.entries(vocabulary.kinds.get(kind)?.fields ?? {})) {
      const column = tableOf(register, kind).columns[name];
      if (field.to !== 'person' || column?.type !== 'ref') continue;
      for (const person of column.values) if (person !== noRow) bound[person] = 1;
    }
  }
  return people.ids.filter((_, person) => bound[person] === 0);
}
