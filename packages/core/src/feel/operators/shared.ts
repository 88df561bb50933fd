import { firstDay, lastDay } from '../../calendar/index.ts';
import { noDay } from '../../facts/index.ts';
import { type Decimal, decimal as makeDecimal } from '../decimal.ts';
import { isNullCode, nullCode, type KernelValue, type KernelWriter, scalar, truth } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { isList, type Type, typeName } from '../types.ts';
import { compareText, type Value } from '../values.ts';
import { compareDecimal } from '../decimal.ts';

export const largest = Number.MAX_SAFE_INTEGER;

/** A whole number within ±(2^53 - 1), or null. */
export const integerOrNull = (value: number): number | null => (Number.isSafeInteger(value) ? value + 0 : null);

/** Kernel code that keeps a whole number within ±(2^53 - 1); NaN stays NaN. */
export function integerCode(code: string, writer: KernelWriter): KernelValue {
  const name = writer.temp(code);
  return scalar(`(${name}<=${largest}&&${name}>=-${largest}?${name}:NaN)`);
}

/** Kernel code that keeps a day number within the calendar; NaN becomes "not known". */
export function dayCode(code: string, writer: KernelWriter): KernelValue {
  const name = writer.temp(code);
  return scalar(`(${name}>=${firstDay}&&${name}<=${lastDay}?${name}:${noDay})`);
}

/** A day as a number that is NaN when not known, so that arithmetic passes it on. */
export const dayNumber = (code: string): string => `(${code}===${noDay}?NaN:${code})`;

/** Whole days of a duration in microseconds, rounded down; exact for every safe integer. */
export function floorDays(micros: number): number {
  const rest = ((micros % 86_400_000_000) + 86_400_000_000) % 86_400_000_000;
  return (micros - rest) / 86_400_000_000;
}

export const clean = (value: number): number => value + 0;

/** Type rule of an operator with exactly these argument types. */
export const fixed =
  (want: readonly Type[], type: Type, nullable: 'never' | 'args' | 'always' = 'args'): ScalarOperator['typeOf'] =>
  (types) =>
    types.length === want.length && types.every((given, index) => given === want[index])
      ? { type, nullable }
      : `expects ${want.map(typeName).join(', ')}; got ${types.map(typeName).join(', ') || 'nothing'}`;

/** Null when any argument is null; otherwise what `compute` says. */
export const strict =
  (compute: (...args: readonly never[]) => Value) =>
  (args: readonly Value[]): Value =>
    args.some((arg) => arg === null) ? null : compute(...(args as readonly never[]));

/** Order of two known values of one ordered type. */
export function compareValues(type: Type, a: Value, b: Value): number {
  if (type === 'decimal') return compareDecimal(a as Decimal, b as Decimal);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return (a as number) - (b as number);
}

/** FEEL's equality of two values of one type: null equals null and nothing else; never null itself. */
export function equalValues(type: Type, a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  if (isList(type)) {
    const [x, y] = [a as readonly Value[], b as readonly Value[]];
    return x.length === y.length && x.every((item, index) => equalValues(type.list, item, y[index] ?? null));
  }
  return type === 'decimal' ? compareDecimal(a as Decimal, b as Decimal) === 0 : a === b;
}

/** Kernel condition: two (simple) names hold equal values. */
export function equalCode(type: Type, a: string, b: string, writer: KernelWriter): string {
  if (isList(type) || type === 'decimal') return `${writer.constant(function equal(x: Value, y: Value) { return equalValues(type, x, y); })}(${a},${b})`;
  return isNullCode('a', type) === 'a!==a' ? `(${a}===${b}||${a}!==${a}&&${b}!==${b})` : `${a}===${b}`;
}

/** Kernel conditions of an ordered comparison; null when a side is. */
export function orderCode(type: Type, symbol: string, opposite: string, args: readonly KernelValue[], writer: KernelWriter): KernelValue {
  const [a, b] = args.map((arg) => writer.temp(arg.code));
  if (a === undefined || b === undefined) throw new Error('a comparison has two sides');
  const unknown = nullCode(type);
  if (a === unknown || b === unknown) return truth('false', 'false');
  const known = [a, b].filter((name) => !/^\d/.test(name)).map((name) => `!(${isNullCode(name, type)})`);
  const test = (op: string) =>
    [...known, type === 'decimal' || type === 'string' ? `${writer.constant(comparers[type])}(${a},${b})${op}0` : `${a}${op}${b}`].join('&&');
  return truth(`(${test(symbol)})`, `(${test(opposite)})`);
}

const comparers = { decimal: compareDecimal, string: compareText };

export const decimalOf = (value: Decimal | null): Value => value;
export { makeDecimal };
