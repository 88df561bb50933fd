import { truth } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { always } from './makers/signature.ts';

export const not: ScalarOperator = {
  arity: 'scalar',
  name: 'not',
  words: always('以下不成立：{0}', 'it is not the case that {0}'),
  cases: [
    { expression: 'not(true)', value: 'false' },
    { expression: 'not(1 = 2)', value: 'true' },
    { expression: 'not(a)', context: { a: null }, value: 'null' },
    { expression: 'not(false)', value: 'true' },
    { expression: '1 != a', context: { a: null }, value: 'true', note: 'not equal, because only null equals null' },
  ],
  typeOf: (types) =>
    types.length === 1 && (types[0] === 'boolean' || types[0] === 'null')
      ? { type: 'boolean', nullable: 'args', want: ['boolean'] }
      : { zh: 'not只接受一个条件：请写成not(条件)。', en: 'turns one condition round: not(condition)' },
  evaluate: ([value = null]) => (value === null ? null : !value),
  toKernel: ([value]) => truth(value?.isFalse ?? 'false', value?.isTrue ?? 'false'),
  toSql: ([value = '']) => `(NOT (${value}))`,
};
