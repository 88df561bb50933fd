import { type Decimal, fromInteger } from '../decimal.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { always, fixed } from './makers/signature.ts';

const orNull = (value: number): Decimal | null => (Number.isNaN(value) ? null : fromInteger(value));

/** A whole number where a decimal is wanted; the checker puts it in. */
export const widen: ScalarOperator = {
  arity: 'scalar',
  name: 'as decimal',
  words: always('{0}', '{0}'),
  cases: [
    { expression: '1 + 0.5', value: '1.5' },
    { expression: 'a + 0.5', context: { a: null }, value: 'null' },
    { expression: 'a + 0.5', context: { a: 9007199254740991 }, value: '9007199254740991.5' },
  ],
  typeOf: fixed(['integer'], 'decimal'),
  evaluate: ([value = null]) => (value === null ? null : fromInteger(value as number)),
  toKernel: ([value], _, writer) => scalar(`${writer.constant(orNull)}(${value?.code})`),
  toSql: ([value = '']) => `((${value})::numeric)`,
};
