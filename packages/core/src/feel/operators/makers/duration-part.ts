import { scalar } from '../../kernel.ts';
import type { Case, ScalarOperator } from '../../operator.ts';
import { typeName } from '../../types.ts';

type Parts = {
  readonly name: string;
  readonly of: 'months' | 'duration';
  readonly unit: number;
  /** How many of the unit make the next greater one; 0 for the greatest. */
  readonly modulo: number;
  readonly words: ScalarOperator['words'];
  readonly cases: readonly Case[];
};

/** A part of a duration as FEEL writes it: towards zero, so that minus one and a half days has -1 days and -12 hours. */
export function durationPart({ name, of, unit, modulo, words, cases }: Parts): ScalarOperator {
  const compute = (value: number): number => {
    // The remainder is exact where the quotient of large numbers is not.
    const whole = (value - (value % unit)) / unit;
    return (modulo ? whole % modulo : whole) + 0;
  };
  return {
    arity: 'scalar',
    name,
    words,
    cases,
    typeOf: ([type = 'null']) => {
      if (type === of) return { type: 'integer', nullable: 'args' };
      const [given, right] = [typeName(type), typeName(of)];
      return {
        zh: `${given.zh}没有${name}：只有${right.zh}才有，请改用这类值。`,
        en: `${given.en} has no ${name}; ${right.en} has them`,
      };
    },
    evaluate: ([value = null]) => (value === null ? null : compute(value as number)),
    toKernel: ([value], _, writer) => scalar(`${writer.constant(compute)}(${value?.code})`),
    toSql: ([value = '']) => (modulo ? `(((${value}) / ${unit}) % ${modulo})` : `((${value}) / ${unit})`),
  };
}
