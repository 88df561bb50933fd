import { formatDay, formatInstant, formatMicros, formatMonths } from '../calendar/index.ts';
import { type Decimal, formatDecimal } from './decimal.ts';
import { isList, isRef, type Type } from './types.ts';

/**
 * A value at run time; its type stands in the tree, not beside it. Days are day numbers, instants and durations microseconds, months
 * whole months, words and texts strings, references row numbers. `null` is "not known".
 */
export type Value = null | boolean | number | string | Decimal | readonly Value[];

/** The value as JSON text: numbers plain, days, instants and durations in ISO 8601. References print as their id. */
export function formatValue(type: Type, value: Value, idOf: (kind: string, row: number) => string = () => ''): string {
  if (value === null) return 'null';
  if (isList(type))
    return `[${(value as readonly Value[]).map((item) => formatValue(type.list, item, idOf)).join(',')}]`;
  if (isRef(type)) return JSON.stringify(idOf(type.ref, value as number));
  switch (type) {
    case 'day':
      return JSON.stringify(formatDay(value as number));
    case 'instant':
      return JSON.stringify(formatInstant(value as number));
    case 'months':
      return JSON.stringify(formatMonths(value as number));
    case 'duration':
      return JSON.stringify(formatMicros(value as number));
    case 'decimal':
      return formatDecimal(value as Decimal);
    default:
      return JSON.stringify(value);
  }
}

/** Orders strings by code point, as `COLLATE "C"` does over UTF-8; JavaScript's own order is by UTF-16 unit. */
export function compareText(a: string, b: string): number {
  const size = Math.min(a.length, b.length);
  for (let i = 0; i < size; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above U+FFFF, so they come after the rest of the 16-bit range.
    const highX = x >= 0xd800 && x <= 0xdfff;
    const highY = y >= 0xd800 && y <= 0xdfff;
    if (highX !== highY) return highX ? 1 : -1;
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}
