import type { Words } from './words.ts';

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

const names: Record<Scalar, Words> = {
  boolean: { zh: '真假值', en: 'a yes-or-no value' },
  integer: { zh: '整数', en: 'a whole number' },
  decimal: { zh: '数值', en: 'a number' },
  string: { zh: '文本', en: 'a text' },
  word: { zh: '已声明的词', en: 'a declared word' },
  day: { zh: '日期', en: 'a day' },
  instant: { zh: '时刻', en: 'a point in time' },
  months: { zh: '按月计的时长', en: 'a duration in months' },
  duration: { zh: '按日和小时计的时长', en: 'a duration in days and hours' },
  null: { zh: 'null', en: 'null' },
  opaque: { zh: '规则不得读取的内容', en: 'something no rule may read' },
  presence: { zh: '规则只能查看有无的内容', en: 'something a rule may only find present or absent' },
};

/** For error messages. */
export function typeName(type: Type): Words {
  if (typeof type === 'string') return names[type];
  if ('ref' in type) return { zh: `登记信息${type.ref}`, en: `a ${type.ref}` };
  const item = typeName(type.list);
  return { zh: `列表（${item.zh}）`, en: `a list (${item.en})` };
}
