import { shaped, truth } from '../kernel.ts';
import type { ScalarOperator } from '../operator.ts';
import { isList, meet, typeName } from '../types.ts';
import { always } from './makers/signature.ts';

/** A condition that is false or null takes the second branch, as FEEL says. */
export const conditional: ScalarOperator = {
  arity: 'scalar',
  name: 'if',
  words: always('如果{0}，则为{1}，否则为{2}', '{1} if {0}, otherwise {2}'),
  cases: [
    { expression: 'if true then 1 else 2', value: '1' },
    { expression: 'if a then 1 else 2', context: { a: null }, value: '2' },
    { expression: 'if 1 > 2 then @"2026-01-31" else null', value: 'null' },
    { expression: 'if true then 1 else 2.5', value: '1' },
    { expression: 'if a then @"2024-02-29" else @"2024-02-28"', context: { a: false }, value: '"2024-02-28"' },
    {
      expression: 'if null then true else false',
      value: 'false',
      note: 'a condition that is not known takes the second branch',
    },
  ],
  typeOf: ([condition = 'null', then = 'null', otherwise = 'null']) => {
    if (condition !== 'boolean' && condition !== 'null') return `asks a condition; got ${typeName(condition)}`;
    const type = meet(then, otherwise);
    if (type === undefined)
      return `both branches must be of one kind; got ${typeName(then)} and ${typeName(otherwise)}`;
    if (type === 'opaque' || type === 'presence' || isList(type))
      return `cannot choose between ${typeName(type)} values`;
    return { type, nullable: 'args', want: ['boolean', type, type] };
  },
  evaluate: ([condition = null, then = null, otherwise = null]) => (condition === true ? then : otherwise),
  toKernel: ([condition, then, otherwise], [, type = 'null'], writer) => {
    if (!condition || !then || !otherwise) throw new Error('if has three parts');
    const chosen = writer.temp(condition.isTrue);
    if (type === 'boolean')
      return truth(
        `(${chosen}?${then.isTrue}:${otherwise.isTrue})`,
        `(${chosen}?${then.isFalse}:${otherwise.isFalse})`,
      );
    return shaped(writer.temp(`(${chosen}?${then.code}:${otherwise.code})`), type);
  },
  toSql: ([condition = '', then = '', otherwise = '']) => `CASE WHEN ${condition} THEN ${then} ELSE ${otherwise} END`,
};
