import { scalar } from '../kernel.ts';
import type { ListOperator } from '../operator.ts';
import { always } from './makers/signature.ts';

/** How many items a list has; items that are null count. */
export const count: ListOperator = {
  arity: 'list',
  name: 'count',
  words: always('{0}的数量', 'the number of {0}'),
  cases: [
    { expression: 'count([1, 2, null])', value: '3' },
    { expression: 'count([])', value: '0' },
    { expression: 'count([1, 2, 3][item > 1])', value: '2' },
    { expression: 'count([1, 1])', value: '2' },
    { expression: 'count(a)', context: { a: [] }, value: '0' },
    {
      expression: 'count(a[item >= @"2024-02-29"])',
      context: { a: [{ '@': '2024-02-28' }, { '@': '2024-02-29' }, null] },
      value: '1',
      note: 'a filter keeps what is true',
    },
  ],
  typeOf: () => ({ type: 'integer', nullable: 'never' }),
  evaluate: (items) => items.length,
  toKernel: (list, _, __, writer) => {
    const total = writer.variable('0');
    list.each(() => writer.line(`${total}++;`));
    return scalar(total);
  },
  toSql: (list) => `(SELECT count(*) FROM ${list.source()})`,
};
