type Order = 'zh' | 'en';

/** People as a list to work from has them: by unit, then by name, in SQL over `unit` and `person`; people of no unit stand last. */
export const byUnitAndName = (order: Order): readonly string[] => {
  const sort = order === 'zh' ? 'sort_zh' : 'sort_en';
  return [
    `coalesce(unit.${sort}, '\u{10FFFF}')`,
    `coalesce(unit.id, '')`,
    `coalesce(person.${sort}, '\u{10FFFF}')`,
    `coalesce(person.id, '')`,
  ];
};

/** Rows behind a place. */
export const behind = (
  parts: readonly string[],
  place: readonly string[],
  types: readonly string[],
  param: (value: unknown, type: string) => string,
): string => `(${parts.join(', ')}) > (${place.map((value, at) => param(value, types[at] ?? 'text')).join(', ')})`;

export const placeOf = (parts: readonly string[]): string =>
  `ARRAY[${parts.map((part) => `${part}::text`).join(', ')}] AS place`;
