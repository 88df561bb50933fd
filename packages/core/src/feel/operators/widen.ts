import { type Decimal, fromInteger } from '../decimal.ts';
import { scalar } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { fixed } from './shared.ts';

// eslint-disable-next-line no-self-compare -- NaN is "not known"
const orNull = (value: number): Decimal | null => (value !== value ? null : fromInteger(value));

/** A whole number where a decimal is wanted; the checker puts it in. */
export const widen: ScalarOperator = {
  arity: 'scalar',
  name: 'as decimal',
  words: { zh: '{0}', en: '{0}' },
  cases: [{ expression: '1 + 0.5', value: '1.5' }],
  typeOf: fixed(['integer'], 'decimal'),
  evaluate: ([value = null]) => (value === null ? null : fromInteger(value as number)),
  toKernel: ([value], _, writer) => scalar(`${writer.constant(orNull)}(${value?.code})`),
  toSql: ([value = '']) => `((${value})::numeric)`,
};
