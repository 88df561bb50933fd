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
    if (type === undefined) {
      const [left, right] = [typeName(a), typeName(b)];
      return {
        zh: `${left.zh}与${right.zh}不可能相等：请比较同一类的值。`,
        en: `${left.en} is never equal to ${right.en}; compare values of one kind`,
      };
    }
    if (type === 'opaque' || type === 'presence') {
      const name = typeName(type);
      return {
        zh: `不能比较${name.zh}：只能查看有无的内容可以写 = null，其他不得读取的内容不能写。`,
        en: `cannot compare ${name.en}; only what may be found present or absent is asked = null`,
      };
    }
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
