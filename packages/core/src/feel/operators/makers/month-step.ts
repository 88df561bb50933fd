import { addMonths } from '../../../calendar/index.ts';
import { noDay } from '../../../facts/index.ts';
import { scalar } from '../../kernel.ts';
import type { Case, ScalarOperator } from '../../operator.ts';
import { cannotCompute } from './reasons.ts';

/** For generated code: "not known" in, "not known" out. */
function stepMonths(day: number, months: number): number {
  if (day === noDay || Number.isNaN(months)) return noDay;
  return addMonths(day, months) ?? noDay;
}

/** A day some months away: the same day number, clamped to the month's last day. */
export function monthStep(
  name: string,
  symbol: '+' | '-',
  words: ScalarOperator['words'],
  cases: readonly Case[],
): ScalarOperator {
  const sign = symbol === '+' ? '' : '-';
  return {
    arity: 'scalar',
    name,
    words,
    cases,
    typeOf: ([a = 'null', b = 'null']) =>
      a === 'day' && b === 'months' ? { type: 'day', nullable: 'always' } : cannotCompute(a, symbol, b),
    evaluate: ([day = null, months = null]) =>
      day === null || months === null
        ? null
        : addMonths(day as number, symbol === '+' ? (months as number) : -(months as number)),
    toKernel: ([day, months], _, writer) =>
      scalar(`${writer.constant(stepMonths)}(${day?.code},${sign}(${months?.code}))`),
    toSql: ([day = '', months = '']) => `feel_add_months(${day}, ${sign}(${months}))`,
  };
}
