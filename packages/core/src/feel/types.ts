/** The types of the subset. `word` is a string from a declared list; `opaque` and `presence` are the purpose walls. */
export type Scalar =
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'string'
  | 'word'
  | 'day'
  | 'instant'
  | 'months'
  | 'duration'
  | 'null'
  /** A field no rule may read (names, free text, contacts): accepted by no operator. */
  | 'opaque'
  /** A field of which a rule may know only whether it is there: accepted by `= null` and `!= null` alone. */
  | 'presence';

export type Type = Scalar | { readonly ref: string } | { readonly list: Type };

export const isRef = (type: Type): type is { readonly ref: string } => typeof type === 'object' && 'ref' in type;
export const isList = (type: Type): type is { readonly list: Type } => typeof type === 'object' && 'list' in type;

export function sameType(a: Type, b: Type): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if ('ref' in a) return 'ref' in b && a.ref === b.ref;
  return 'list' in b && sameType(a.list, b.list);
}

/** Types whose values have an order; strings are ordered by code point. */
const orderedTypes: readonly Type[] = ['integer', 'decimal', 'string', 'day', 'instant', 'months', 'duration'];
export const isOrdered = (type: Type): boolean => orderedTypes.includes(type);
export const isNumber = (type: Type): boolean => type === 'integer' || type === 'decimal';

/** The type two operands meet in: numbers widen to decimal, null takes the other's type; undefined when they do not meet. */
export function meet(a: Type, b: Type): Type | undefined {
  if (sameType(a, b)) return a;
  if (a === 'null') return b;
  if (b === 'null') return a;
  if (isNumber(a) && isNumber(b)) return 'decimal';
  if (isList(a) && isList(b)) {
    const element = meet(a.list, b.list);
    return element && { list: element };
  }
  return undefined;
}

const names: Record<Scalar, string> = {
  boolean: 'a yes-or-no value',
  integer: 'a whole number',
  decimal: 'a number',
  string: 'a text',
  word: 'a declared word',
  day: 'a day',
  instant: 'a point in time',
  months: 'a duration in months',
  duration: 'a duration in days and hours',
  null: 'null',
  opaque: 'something no rule may read',
  presence: 'something a rule may only find present or absent',
};

/** For error messages. */
export function typeName(type: Type): string {
  if (typeof type === 'string') return names[type];
  return 'ref' in type ? `a ${type.ref}` : `a list (${typeName(type.list)})`;
}
