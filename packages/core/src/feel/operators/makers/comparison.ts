import { compareDecimal, type Decimal } from '../../decimal.ts';
import { isNullCode, type KernelValue, type KernelWriter, nullCode, truth } from '../../kernel.ts';
import type { Case, ScalarOperator } from '../../operator.ts';
import { isOrdered, meet, type Type, typeName } from '../../types.ts';
import { compareText, type Value } from '../../values.ts';

/** Order of two known values of one ordered type. */
export function compareValues(type: Type, a: Value, b: Value): number {
  if (type === 'decimal') return compareDecimal(a as Decimal, b as Decimal);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return (a as number) - (b as number);
}

const comparers = { decimal: compareDecimal, string: compareText };

/** Kernel conditions of an ordered comparison; neither holds when a side is not known. */
function orderCode(
  type: Type,
  symbol: string,
  opposite: string,
  args: readonly KernelValue[],
  writer: KernelWriter,
): KernelValue {
  const [a = '', b = ''] = args.map((arg) => writer.temp(arg.code));
  const unknown = nullCode(type);
  if (a === unknown || b === unknown) return truth('false', 'false');
  const known = [a, b].filter((name) => !/^-?\d/.test(name)).map((name) => `!(${isNullCode(name, type)})`);
  const order = (sign: string): string =>
    type === 'decimal' || type === 'string'
      ? `${writer.constant(comparers[type])}(${a},${b})${sign}0`
      : `${a}${sign}${b}`;
  const test = (sign: string): string => `(${[...known, order(sign)].join('&&')})`;
  return truth(test(symbol), test(opposite));
}

/** What the four ordered comparisons share: null when a side is null, else the order of the type. */
export function comparison(
  symbol: '<' | '<=' | '>' | '>=',
  words: ScalarOperator['words'],
  cases: readonly Case[],
): ScalarOperator {
  const opposite = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' }[symbol];
  const holds = (order: number): boolean =>
    symbol === '<' ? order < 0 : symbol === '<=' ? order <= 0 : symbol === '>' ? order > 0 : order >= 0;
  return {
    arity: 'scalar',
    name: symbol,
    words,
    cases,
    typeOf: (types) => {
      const [a = 'null', b = 'null'] = types;
      const type = meet(a, b);
      if (type === undefined) {
        const [left, right] = [typeName(a), typeName(b)];
        return {
          zh: `${left.zh}与${right.zh}不能比较先后大小：请比较同一类的值。`,
          en: `${left.en} and ${right.en} have no common order; compare values of one kind`,
        };
      }
      if (type !== 'null' && !isOrdered(type)) {
        const name = typeName(type);
        return { zh: `${name.zh}没有先后大小：请用 = 或者 !=。`, en: `${name.en} has no order; use = or !=` };
      }
      return { type: 'boolean', nullable: 'args', want: [type, type] };
    },
    evaluate: ([a = null, b = null], [type = 'null']) =>
      a === null || b === null ? null : holds(compareValues(type, a, b)),
    toKernel: (args, [type = 'null'], writer) => orderCode(type, symbol, opposite, args, writer),
    toSql: ([a = '', b = ''], [type = 'null']) =>
      type === 'string' ? `((${a}) COLLATE "C" ${symbol} (${b}))` : `((${a}) ${symbol} (${b}))`,
  };
}
