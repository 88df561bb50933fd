import { truth } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { sqlType } from '../sql.ts';
import { meet, type Type, typeName } from '../types.ts';
import { equalCode, equalValues } from './makers/equality.ts';
import { typeList } from './makers/reasons.ts';
import { always } from './makers/signature.ts';

/** The value stands once in the text unless it is short, so that nested tests stay as long as they were written. */
function sqlTest(value: string, items: readonly string[], type: Type): string {
  if (items.length === 0) return 'false';
  if (/^[\w.":$]+$/.test(value)) {
    return `(${items.map((item) => `(${value}) IS NOT DISTINCT FROM (${item})`).join(' OR ')})`;
  }
  return `(array_position(ARRAY[${items.join(', ')}]::${sqlType(type)}[], (${value})::${sqlType(type)}) IS NOT NULL)`;
}

/** `x in ("a", "b")`: equal to one of them, with FEEL's equality; never null. */
export const oneOf: ScalarOperator = {
  arity: 'scalar',
  name: 'in',
  words: always('{0}是{1…}之一', '{0} is one of {1…}'),
  cases: [
    { expression: '2 in (1, 2)', value: 'true' },
    { expression: 'a in ("official", "posting")', context: { a: 'private' }, value: 'false' },
    { expression: 'a in (1, 2)', context: { a: null }, value: 'false' },
    { expression: '@"2026-02-28" in (@"2026-02-28", @"2026-03-31")', value: 'true' },
    { expression: 'a in (1, null)', context: { a: null }, value: 'true', note: 'null equals null' },
    { expression: 'a in (1, 1)', context: { a: 1 }, value: 'true' },
    { expression: 'a in (1, 2.5)', context: { a: 2.5 }, value: 'true' },
    { expression: 'a in (@"2024-02-29")', context: { a: { '@': '2024-02-29' } }, value: 'true' },
  ],
  typeOf: (types) => {
    const common = types.reduce<Type | undefined>(
      (known, type) => (known === undefined ? undefined : meet(known, type)),
      'null',
    );
    if (common === undefined) {
      const given = typeList(types);
      return {
        zh: `各值应为同一类，给出的是${given.zh}：请统一。`,
        en: `all values must be of one kind; got ${given.en}`,
      };
    }
    if (common === 'opaque' || common === 'presence') {
      const name = typeName(common);
      return { zh: `不能比较${name.zh}：请改用其他登记信息。`, en: `cannot compare ${name.en}` };
    }
    return { type: 'boolean', nullable: 'never', want: types.map(() => common) };
  },
  evaluate: ([value = null, ...items], [type = 'null']) => items.some((item) => equalValues(type, value, item)),
  toKernel: (args, [type = 'null'], writer) => {
    const [value = '', ...items] = args.map((arg) => writer.temp(arg.code));
    const test = items.map((item) => equalCode(type, value, item, writer)).join('||') || 'false';
    return truth(`(${test})`, `(!(${test}))`);
  },
  toSql: ([value = '', ...items], [type = 'null']) => sqlTest(value, items, type),
};
