import { type Decimal, negate as negateDecimal } from '../decimal.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { type Type, typeName } from '../types.ts';
import { always } from './makers/signature.ts';

const flip = (a: Decimal | null): Decimal | null => (a === null ? null : negateDecimal(a));
const signed: readonly Type[] = ['integer', 'decimal', 'months', 'duration'];

export const negate: ScalarOperator = {
  arity: 'scalar',
  name: 'negate',
  words: always('负的{0}', 'minus {0}'),
  cases: [
    { expression: '-a', context: { a: 3 }, value: '-3' },
    { expression: '-@"P1M"', value: '"-P1M"' },
    { expression: '-a', context: { a: null }, value: 'null' },
    { expression: '-a', context: { a: 0 }, value: '0' },
    { expression: '-a', context: { a: 9007199254740991 }, value: '-9007199254740991' },
    { expression: '-0.5', value: '-0.5' },
    { expression: '-a', context: { a: { '@': 'PT1H' } }, value: '"-PT1H"' },
  ],
  typeOf: ([type = 'null']) =>
    type === 'null' || signed.includes(type)
      ? { type: type === 'null' ? 'integer' : type, nullable: 'args', want: [type === 'null' ? 'integer' : type] }
      : { zh: `不能对${typeName(type).zh}取负：请改用数或者时长。`, en: `cannot take minus ${typeName(type).en}` },
  evaluate: ([a = null], [type]) =>
    a === null ? null : type === 'decimal' ? negateDecimal(a as Decimal) : -(a as number) + 0,
  toKernel: ([a], [type], writer) =>
    scalar(type === 'decimal' ? `${writer.constant(flip)}(${a?.code})` : `(0-(${a?.code}))`),
  toSql: ([a = '']) => `(-(${a}))`,
};
