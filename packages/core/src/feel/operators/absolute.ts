import { type Decimal, negate as negateDecimal } from '../decimal.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import type { Type } from '../types.ts';
import { typeList } from './makers/reasons.ts';
import { always } from './makers/signature.ts';

const size = (a: Decimal | null): Decimal | null => (a === null || a.coefficient >= 0n ? a : negateDecimal(a));
const signed: readonly Type[] = ['integer', 'decimal', 'months', 'duration'];

export const absolute: ScalarOperator = {
  arity: 'scalar',
  name: 'abs',
  words: always('{0}的绝对值', 'the absolute value of {0}'),
  cases: [
    { expression: 'abs(-3)', value: '3' },
    { expression: 'abs(-@"P1D")', value: '"P1D"' },
    { expression: 'abs(a)', context: { a: null }, value: 'null' },
    { expression: 'abs(-9007199254740991)', value: '9007199254740991' },
    { expression: 'abs(-0.5)', value: '0.5' },
    { expression: 'abs(@"-P14M")', value: '"P1Y2M"' },
  ],
  typeOf: (types) =>
    types.length === 1 && types[0] !== undefined && (types[0] === 'null' || signed.includes(types[0]))
      ? {
          type: types[0] === 'null' ? 'integer' : types[0],
          nullable: 'args',
          want: [types[0] === 'null' ? 'integer' : types[0]],
        }
      : {
          zh: `abs的参数应为一个数或者时长，给出的是${typeList(types).zh}：请改正参数。`,
          en: `abs takes one number or duration; got ${typeList(types).en}`,
        },
  evaluate: ([a = null], [type]) =>
    a === null ? null : type === 'decimal' ? size(a as Decimal) : Math.abs(a as number),
  toKernel: ([a], [type], writer) =>
    scalar(type === 'decimal' ? `${writer.constant(size)}(${a?.code})` : `Math.abs(${a?.code})`),
  toSql: ([a = '']) => `abs(${a})`,
};
