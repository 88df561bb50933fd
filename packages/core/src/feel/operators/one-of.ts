import { truth } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { meet, type Type, typeName } from '../types.ts';
import { equalCode, equalValues } from './shared.ts';

/** `x in ("a", "b")`: equal to one of them, with FEEL's equality; never null. */
export const oneOf: ScalarOperator = {
  arity: 'scalar',
  name: 'in',
  words: { zh: '{0}属于{1…}之一', en: '{0} is one of {1…}' },
  cases: [
    { expression: '2 in (1, 2)', value: 'true' },
    { expression: 'a in ("official", "posting")', context: { a: 'private' }, value: 'false' },
    { expression: 'a in (1, 2)', context: { a: null }, value: 'false' },
    { expression: '@"2026-02-28" in (@"2026-02-28", @"2026-03-31")', value: 'true' },
  ],
  typeOf: (types) => {
    const common = types.reduce<Type | undefined>((known, type) => (known === undefined ? undefined : meet(known, type)), 'null');
    if (common === undefined) return `all values must be of one kind; got ${types.map(typeName).join(', ')}`;
    if (common === 'opaque' || common === 'presence') return `cannot compare ${typeName(common)}`;
    return { type: 'boolean', nullable: 'never', want: types.map(() => common) };
  },
  evaluate: ([value = null, ...items], [type = 'null']) => items.some((item) => equalValues(type, value, item)),
  toKernel: (args, [type = 'null'], writer) => {
    const [value = '', ...items] = args.map((arg) => writer.temp(arg.code));
    const test = items.map((item) => equalCode(type, value, item, writer)).join('||') || 'false';
    return truth(`(${test})`, `(!(${test}))`);
  },
  toSql: ([value = '', ...items]) => `(${items.map((item) => `(${value}) IS NOT DISTINCT FROM (${item})`).join(' OR ') || 'false'})`,
};
