import { addDecimal, type Decimal } from '../decimal.ts';
import { scalar } from '../kernel.ts';
import type { ListOperator } from '../operator.ts';
import { typeName } from '../types.ts';
import type { Value } from '../values.ts';
import { integerOrNull, largest } from './shared.ts';

const addOrNull = (a: Decimal | null, b: Decimal | null): Decimal | null => (a === null || b === null ? null : addDecimal(a, b));

/** Null for an empty list, and when an item is null. Whole numbers are added exactly and checked once, at the end. */
export const sum: ListOperator = {
  arity: 'list',
  name: 'sum',
  words: { zh: '{0}的合计', en: 'the sum of {0}' },
  cases: [
    { expression: 'sum([1, 2, 3])', value: '6' },
    { expression: 'sum([0.1, 0.2])', value: '0.3' },
    { expression: 'sum([])', value: 'null' },
    { expression: 'sum([1, null])', value: 'null' },
    { expression: 'sum([9007199254740991, 1, -1])', value: '9007199254740991' },
  ],
  typeOf: (element) => {
    const type = element === 'null' ? 'integer' : element;
    return type === 'integer' || type === 'decimal' ? { type, nullable: 'always' } : `sum needs numbers; got ${typeName(element)}`;
  },
  evaluate: (items, _, element) => {
    if (items.length === 0 || items.includes(null)) return null;
    if (element === 'decimal') return items.reduce<Value>((total, item) => addOrNull(total as Decimal | null, item as Decimal), { coefficient: 0n, scale: 0 });
    const total = items.reduce<bigint>((known, item) => known + BigInt(item as number), 0n);
    return integerOrNull(Number(total));
  },
  toKernel: (list, _, element, writer) => {
    if (element === 'decimal') {
      const total = writer.variable('undefined');
      list.each((item) => writer.line(`${total} = ${total} === undefined ? ${item.code} : ${writer.constant(addOrNull)}(${total},${item.code});`));
      return scalar(`(${total} === undefined ? null : ${total})`);
    }
    // Sums of large whole numbers pass through values a double cannot hold, so they are added as two halves.
    const [high, low, some] = [writer.variable('0'), writer.variable('0'), writer.variable('false')];
    list.each((item) => {
      const value = writer.temp(item.code);
      const upper = writer.temp(`Math.trunc(${value} / 67108864)`);
      writer.line(`${some} = true; ${high} += ${upper}; ${low} += ${value} - ${upper} * 67108864;`);
    });
    const total = writer.temp(`${some} ? ${high} * 67108864 + ${low} : NaN`);
    return scalar(`(${total} <= ${largest} && ${total} >= -${largest} ? ${total} : NaN)`);
  },
  toSql: (list, _, element) =>
    `(SELECT CASE WHEN bool_or((${list.element}) IS NULL) THEN NULL ELSE ${element === 'decimal' ? 'feel_decimal' : 'feel_integer'}(sum((${list.element})::numeric)) END FROM ${list.source()})`,
};
