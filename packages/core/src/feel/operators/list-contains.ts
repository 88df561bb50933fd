import { flagged, truth } from '../kernel.ts';
import type { ListOperator } from '../operator.ts';
import { meet, typeName } from '../types.ts';
import { equalCode, equalValues } from './makers/equality.ts';
import { always } from './makers/signature.ts';

/** Whether an item equals the value, with FEEL's equality; never null. */
export const listContains: ListOperator = {
  arity: 'list',
  name: 'list contains',
  words: always('{0}中有{1}', '{0} has {1}'),
  cases: [
    { expression: 'list contains([1, 2], 2)', value: 'true' },
    { expression: 'list contains([1, null], null)', value: 'true' },
    { expression: 'list contains([], 1)', value: 'false' },
    { expression: '2 in [1, 2]', value: 'true' },
    { expression: 'list contains([1, 1], 1)', value: 'true' },
    { expression: 'list contains([@"2024-02-29"], a)', context: { a: { '@': '2024-02-29' } }, value: 'true' },
    { expression: 'list contains(a, null)', context: { a: [1, 2] }, value: 'false' },
    { expression: 'list contains([0.5], 9007199254740991)', value: 'false' },
  ],
  typeOf: (element, [value = 'null']) => {
    const type = meet(element, value);
    if (type !== undefined) return { type: 'boolean', nullable: 'never', want: [type, type] };
    const [item, sought] = [typeName(element), typeName(value)];
    return {
      zh: `各项为${item.zh}的列表中不会有${sought.zh}：请查找同一类的值。`,
      en: `a list of ${item.en} never has ${sought.en}`,
    };
  },
  evaluate: (items, [value = null], element) => items.some((item) => equalValues(element, item, value)),
  toKernel: (list, [value], element, writer) => {
    const found = writer.variable('0');
    const wanted = writer.temp(value?.code ?? 'null');
    list.each((item) =>
      writer.line(`if (${equalCode(element, writer.temp(item.code), wanted, writer)}) { ${found} = 1; break; }`),
    );
    return truth(flagged(found).isTrue, flagged(found).isFalse);
  },
  toSql: (list, [value = '']) =>
    `EXISTS (SELECT FROM ${list.source(`(${list.element}) IS NOT DISTINCT FROM (${value})`)})`,
};
