import { noDay } from '../../../facts/index.ts';
import { scalar } from '../../kernel.ts';
import type { Case, ScalarOperator } from '../../operator.ts';
import { typeName } from '../../types.ts';

/** One number of a civil day; `field` is what PostgreSQL calls it. */
export function dayPart(
  name: string,
  field: string,
  compute: (day: number) => number,
  words: ScalarOperator['words'],
  cases: readonly Case[],
): ScalarOperator {
  const orNaN = (day: number): number => (day === noDay ? Number.NaN : compute(day));
  return {
    arity: 'scalar',
    name,
    words,
    cases,
    typeOf: ([type = 'null']) => {
      if (type === 'day') return { type: 'integer', nullable: 'args' };
      const given = typeName(type);
      return {
        zh: `${given.zh}没有${name}：只有日期才有，请改用日期。`,
        en: `${given.en} has no ${name}; a day has one`,
      };
    },
    evaluate: ([day = null]) => (day === null ? null : compute(day as number)),
    toKernel: ([day], _, writer) => scalar(`${writer.constant(orNaN)}(${day?.code})`),
    toSql: ([day = '']) => `(extract(${field} FROM ${day})::bigint)`,
  };
}
