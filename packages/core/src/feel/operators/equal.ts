import { truth } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { meet, typeName } from '../types.ts';
import { equalCode, equalValues } from './makers/equality.ts';

/** FEEL's equality: null equals null and nothing else, so the answer is never null. */
export const equal: ScalarOperator = {
  arity: 'scalar',
  name: '=',
  words: ([a, b]) => {
    const type = a === 'null' || a === undefined ? b : a;
    if (type === 'day') return { zh: '{0}与{1}是同一天', en: '{0} is the same day as {1}' };
    if (type === 'instant') return { zh: '{0}与{1}是同一时刻', en: '{0} is the same moment as {1}' };
    return type === 'integer' || type === 'decimal'
      ? { zh: '{0}等于{1}', en: '{0} equals {1}' }
      : { zh: '{0}是{1}', en: '{0} is {1}' };
  },
  cases: [
    { expression: '1 = 1.0', value: 'true' },
    { expression: 'null = null', value: 'true' },
    { expression: 'a = 1', context: { a: null }, value: 'false' },
    { expression: '"official" = "private"', value: 'false' },
    { expression: '@"2024-02-29" = @"2024-02-28" + @"P1D"', value: 'true' },
    { expression: '[1, 2] = [1, 2]', value: 'true' },
    { expression: '[1, null] = [1.0, null]', value: 'true' },
    { expression: '[] = [1]', value: 'false' },
    { expression: '[1, 1] = [1]', value: 'false' },
    { expression: '@"P1M" = @"P12M"', value: 'false' },
    { expression: 'a = b', context: { a: null, b: null }, value: 'true' },
    { expression: '"e\\u0301" = "\\u00e9"', value: 'true', note: 'literals and context are brought to NFC' },
    { expression: '@"2026-01-01T08:00:00+08:00" = @"2026-01-01T00:00:00Z"', value: 'true' },
    { expression: '9007199254740991 = 9007199254740990', value: 'false' },
  ],
  typeOf: (types) => {
    const [a = 'null', b = 'null'] = types;
    const type = meet(a, b);
    if (type === undefined) return `${typeName(a)} is never equal to ${typeName(b)}; compare values of one kind`;
    if (type === 'opaque' || type === 'presence')
      return `cannot compare ${typeName(type)}; only = null is allowed, and only of the latter`;
    return { type: 'boolean', nullable: 'never', want: [type, type] };
  },
  evaluate: ([a = null, b = null], [type = 'null']) => equalValues(type, a, b),
  toKernel: (args, [type = 'null'], writer) => {
    if (type === 'boolean') {
      const [x, y] = args.map((arg) => writer.temp(arg.code));
      return truth(`(${x}===${y})`, `(${x}!==${y})`);
    }
    const [a = '', b = ''] = args.map((arg) => writer.temp(arg.code));
    const same = equalCode(type, a, b, writer);
    return truth(`(${same})`, `(!(${same}))`);
  },
  toSql: ([a = '', b = '']) => `((${a}) IS NOT DISTINCT FROM (${b}))`,
};
