import { addExactly, type Decimal, rounded } from '../decimal.ts';
import { scalar } from '../kernel.ts';
import type { ListOperator } from '../operator.ts';
import { typeName } from '../types.ts';
import { integerOrNull, largest } from './makers/guards.ts';
import { always } from './makers/signature.ts';

const sumDecimals = (items: readonly (Decimal | null)[]): Decimal | null => {
  const known = items.filter((item) => item !== null);
  return known.length === 0 || known.length < items.length ? null : rounded(known.reduce(addExactly));
};

/** Null for an empty list, and when an item is null. Whole numbers are added exactly and checked once, at the end. */
export const sum: ListOperator = {
  arity: 'list',
  name: 'sum',
  words: always('{0}的合计', 'the sum of {0}'),
  cases: [
    { expression: 'sum([1, 2, 3])', value: '6' },
    { expression: 'sum([0.1, 0.2])', value: '0.3' },
    { expression: 'sum([])', value: 'null' },
    { expression: 'sum([1, null])', value: 'null' },
    { expression: 'sum([9007199254740991, 1, -1])', value: '9007199254740991' },
    { expression: 'sum([2, 2])', value: '4' },
    { expression: 'sum([9007199254740991, 1])', value: 'null' },
    {
      expression: 'sum([9999999999999999999999999999999999.0, 0.4, 0.4])',
      value: '10000000000000000000000000000000000',
      note: 'added exactly, rounded once',
    },
  ],
  typeOf: (element) => {
    const type = element === 'null' ? 'integer' : element;
    if (type === 'integer' || type === 'decimal') return { type, nullable: 'always', want: [type] };
    const given = typeName(element);
    return { zh: `sum的各项应为数，给出的是${given.zh}：请改用数。`, en: `sum needs numbers; got ${given.en}` };
  },
  evaluate: (items, _, element) => {
    if (items.length === 0 || items.includes(null)) return null;
    if (element === 'decimal') return rounded((items as readonly Decimal[]).reduce(addExactly));
    const total = items.reduce<bigint>((known, item) => known + BigInt(item as number), 0n);
    return integerOrNull(Number(total));
  },
  toKernel: (list, _, element, writer) => {
    if (element === 'decimal') {
      const items = writer.variable('[]');
      list.each((item) => writer.line(`${items}.push(${item.code});`));
      return scalar(`${writer.constant(sumDecimals)}(${items})`);
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
  toSql: (list, _, element) => {
    const total = `${element === 'decimal' ? 'feel_decimal' : 'feel_integer'}(sum((${list.element})::numeric))`;
    return `(SELECT CASE WHEN bool_or((${list.element}) IS NULL) THEN NULL ELSE ${total} END FROM ${list.source()})`;
  },
};
