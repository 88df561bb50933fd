import type { Case, ScalarOperator } from '../operator.ts';
import { isOrdered, meet, typeName } from '../types.ts';
import { compareValues, orderCode } from './shared.ts';

/** What the four ordered comparisons share: null when a side is null, else the order of the type. */
export function comparison(
  name: string,
  symbol: '<' | '<=' | '>' | '>=',
  words: { zh: string; en: string },
  cases: readonly Case[],
): ScalarOperator {
  const opposite = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' }[symbol];
  const holds = (order: number): boolean =>
    symbol === '<' ? order < 0 : symbol === '<=' ? order <= 0 : symbol === '>' ? order > 0 : order >= 0;
  return {
    arity: 'scalar',
    name,
    words,
    cases,
    typeOf: (types) => {
      const [a = 'null', b = 'null'] = types;
      const type = meet(a, b);
      if (type === undefined) return `${typeName(a)} and ${typeName(b)} have no common order; compare values of one kind`;
      if (type !== 'null' && !isOrdered(type)) return `${typeName(type)} has no order; use = or !=`;
      return { type: 'boolean', nullable: 'args', want: [type, type] };
    },
    evaluate: ([a = null, b = null], [type = 'null']) => (a === null || b === null ? null : holds(compareValues(type, a, b))),
    toKernel: (args, [type = 'null'], writer) => orderCode(type, symbol, opposite, args, writer),
    toSql: ([a = '', b = ''], [type = 'null']) =>
      type === 'string' ? `((${a}) COLLATE "C" ${symbol} (${b}))` : `((${a}) ${symbol} (${b}))`,
  };
}
