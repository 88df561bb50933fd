import { compareDecimal, type Decimal } from '../../decimal.ts';
import { isNullCode, type KernelWriter } from '../../kernel.ts';
import { isList, type Type } from '../../types.ts';
import type { Value } from '../../values.ts';

/** FEEL's equality of two values of one type: null equals null and nothing else; never null itself. */
export function equalValues(type: Type, a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  if (isList(type)) {
    const [x, y] = [a as readonly Value[], b as readonly Value[]];
    return x.length === y.length && x.every((item, index) => equalValues(type.list, item, y[index] ?? null));
  }
  return type === 'decimal' ? compareDecimal(a as Decimal, b as Decimal) === 0 : a === b;
}

const equalDecimals = (a: Decimal | null, b: Decimal | null): boolean => equalValues('decimal', a, b);

/** Items as the kernel holds them: a number that is not known is NaN, which `Object.is` finds equal to itself. */
const equalLists = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  // Adding 0 makes minus zero plain zero.
  a.length === b.length && a.every((item, index) => Object.is(plain(item), plain(b[index])));
const plain = (item: unknown): unknown => (item === 0 ? 0 : item);

const equalDecimalLists = (a: readonly (Decimal | null)[], b: readonly (Decimal | null)[]): boolean =>
  a.length === b.length && a.every((item, index) => equalDecimals(item, b[index] ?? null));

/** Kernel condition: two (simple) names hold equal values. */
export function equalCode(type: Type, a: string, b: string, writer: KernelWriter): string {
  if (isList(type)) return `${writer.constant(type.list === 'decimal' ? equalDecimalLists : equalLists)}(${a},${b})`;
  if (type === 'decimal') return `${writer.constant(equalDecimals)}(${a},${b})`;
  return isNullCode('a', type) === 'a!==a' ? `(${a}===${b}||${a}!==${a}&&${b}!==${b})` : `${a}===${b}`;
}
