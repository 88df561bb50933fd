import type { ScalarOperator } from '../operator.ts';
import type { Type } from '../types.ts';
import { integerCode, integerOrNull } from './makers/guards.ts';
import { cannotCompute } from './makers/reasons.ts';
import { always } from './makers/signature.ts';

const isDuration = (type: Type): boolean => type === 'months' || type === 'duration';

/** A duration so many times over. */
export const scaleDuration: ScalarOperator = {
  arity: 'scalar',
  name: 'scale duration',
  words: always('{0}乘以{1}', '{0} times {1}'),
  cases: [
    { expression: '@"P1M" * 3', value: '"P3M"' },
    { expression: '2 * @"PT12H"', value: '"P1D"' },
    { expression: '@"P1D" * a', context: { a: null }, value: 'null' },
    { expression: '@"P1D" * 0', value: '"PT0S"' },
    { expression: '@"P1D" * -1', value: '"-P1D"' },
    { expression: '@"P1D" * 104250', value: 'null' },
  ],
  typeOf: ([a = 'null', b = 'null']) => {
    if (isDuration(a) && (b === 'integer' || b === 'null')) {
      return { type: a, nullable: 'always', want: [a, 'integer'] };
    }
    if (isDuration(b) && (a === 'integer' || a === 'null')) {
      return { type: b, nullable: 'always', want: ['integer', b] };
    }
    return cannotCompute(a, '*', b);
  },
  evaluate: ([a = null, b = null]) => (a === null || b === null ? null : integerOrNull((a as number) * (b as number))),
  toKernel: ([a, b], _, writer) => integerCode(`(${a?.code})*(${b?.code})`, writer),
  toSql: ([a = '', b = '']) => `feel_integer((${a})::numeric * (${b})::numeric)`,
};
