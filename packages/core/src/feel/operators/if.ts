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
    if (condition !== 'boolean' && condition !== 'null') {
      const given = typeName(condition);
      return { zh: `if之后应为条件，给出的是${given.zh}：请写一个条件。`, en: `asks a condition; got ${given.en}` };
    }
    const type = meet(then, otherwise);
    if (type === undefined) {
      const [yes, no] = [typeName(then), typeName(otherwise)];
      return {
        zh: `then和else之后应为同一类的值，给出的是${yes.zh}和${no.zh}：请统一。`,
        en: `both branches must be of one kind; got ${yes.en} and ${no.en}`,
      };
    }
    if (type === 'opaque' || type === 'presence' || isList(type)) {
      const name = typeName(type);
      return { zh: `if不能在${name.zh}之间选取：请改用单个的值。`, en: `cannot choose between ${name.en} values` };
    }
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
