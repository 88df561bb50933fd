import { type Decimal, divideDecimal } from '../decimal.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { isNumber, meet, typeName } from '../types.ts';
import { always } from './makers/signature.ts';

const divide = (a: Decimal | null, b: Decimal | null): Decimal | null =>
  a === null || b === null ? null : divideDecimal(a, b);

/** Always decimal, 34 digits, half to even; by zero null. */
export const divideNumbers: ScalarOperator = {
  arity: 'scalar',
  name: 'divide numbers',
  words: always('{0}除以{1}', '{0} divided by {1}'),
  cases: [
    { expression: '6 / 3', value: '2' },
    { expression: '1 / 3', value: '0.3333333333333333333333333333333333' },
    { expression: '2 / 3', value: '0.6666666666666666666666666666666667' },
    { expression: '1 / 0', value: 'null' },
    { expression: '0 / 0', value: 'null' },
    { expression: '-7 / 2', value: '-3.5' },
    { expression: 'a / 2', context: { a: null }, value: 'null' },
    { expression: '9007199254740991 / 9007199254740991', value: '1' },
  ],
  typeOf: (types) => {
    const [a = 'null', b = 'null'] = types;
    const type = a === 'null' && b === 'null' ? 'decimal' : meet(a, b);
    if (type !== undefined && isNumber(type))
      return { type: 'decimal', nullable: 'always', want: ['decimal', 'decimal'] };
    const [left, right] = [typeName(a), typeName(b)];
    return {
      zh: `${left.zh}不能除以${right.zh}：请改用数。`,
      en: `cannot divide ${left.en} by ${right.en}`,
    };
  },
  evaluate: ([a = null, b = null]) => divide(a as Decimal | null, b as Decimal | null),
  toKernel: ([a, b], _, writer) => scalar(`${writer.constant(divide)}(${a?.code},${b?.code})`),
  toSql: ([a = '', b = '']) => `feel_divide(${a}, ${b})`,
};
