import { isNullCode, nullCode, scalar } from '../kernel.ts';
import type { Case, ListOperator } from '../operator.ts';
import { isOrdered, type Type, typeName } from '../types.ts';
import { compareText, type Value } from '../values.ts';
import { type Decimal, compareDecimal } from '../decimal.ts';
import { compareValues } from './shared.ts';

/** `min` and `max`: null for an empty list, and when an item is null. */
export function extreme(name: 'min' | 'max', words: { zh: string; en: string }, cases: readonly Case[]): ListOperator {
  const better = (type: Type, a: Value, b: Value): boolean => (name === 'min' ? compareValues(type, a, b) < 0 : compareValues(type, a, b) > 0);
  const symbol = name === 'min' ? '<' : '>';
  return {
    arity: 'list',
    name,
    words,
    cases,
    typeOf: (element) =>
      element === 'null' || isOrdered(element)
        ? { type: element === 'null' ? 'integer' : element, nullable: 'always' }
        : `${name} needs values with an order; got ${typeName(element)}`,
    evaluate: (items, _, element) =>
      items.includes(null) ? null : items.reduce<Value>((best, item) => (best === null || better(element, item, best) ? item : best), null),
    toKernel: (list, _, element, writer) => {
      const best = writer.variable(nullCode(element));
      const first = writer.variable('true');
      list.each((item) => {
        const value = writer.temp(item.code);
        writer.line(`if (${isNullCode(value, element)}) { ${best} = ${nullCode(element)}; break; }`);
        writer.line(`if (${first} || ${order(element, value, best, symbol, writer)}) { ${best} = ${value}; ${first} = false; }`);
      });
      return scalar(best);
    },
    toSql: (list, _, element) => {
      const item = element === 'string' ? `(${list.element}) COLLATE "C"` : list.element;
      return `(SELECT CASE WHEN bool_or((${list.element}) IS NULL) THEN NULL ELSE ${name}(${item}) END FROM ${list.source()})`;
    },
  };
}

function order(type: Type, a: string, b: string, symbol: string, writer: { constant: (value: unknown) => string }): string {
  if (type === 'string') return `${writer.constant(compareText)}(${a},${b}) ${symbol} 0`;
  if (type === 'decimal') return `${writer.constant((x: Decimal, y: Decimal) => compareDecimal(x, y))}(${a},${b}) ${symbol} 0`;
  return `${a} ${symbol} ${b}`;
}
