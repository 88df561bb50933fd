import { truth } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';

export const not: ScalarOperator = {
  arity: 'scalar',
  name: 'not',
  words: { zh: '并非({0})', en: 'it is not so that {0}' },
  cases: [
    { expression: 'not(true)', value: 'false' },
    { expression: 'not(1 = 2)', value: 'true' },
    { expression: 'not(a)', context: { a: null }, value: 'null' },
  ],
  typeOf: (types) =>
    types.length === 1 && (types[0] === 'boolean' || types[0] === 'null')
      ? { type: 'boolean', nullable: 'args', want: ['boolean'] }
      : 'turns one condition round: not(condition)',
  evaluate: ([value = null]) => (value === null ? null : !value),
  toKernel: ([value]) => truth(value?.isFalse ?? 'false', value?.isTrue ?? 'false'),
  toSql: ([value = '']) => `(NOT (${value}))`,
};
