import { statuses } from '@sallyport/core/law';

export type Case = { readonly query: string; readonly input: Readonly<Record<string, unknown>> };

const orders = ['zh', 'en', 'newest'] as const;
const open = ['overdue', 'review', 'unclear', 'pending'];
const today = '2026-11-23';

/** Every sort, every filter, and what the console asks when a page is opened; searches for what many, few and hardly any have. */
export function listCases(rules: readonly string[], people: number): Readonly<Record<string, readonly Case[]>> {
  const [rule = ''] = rules;
  const [person, unit] = [`p-${Math.floor(people / 2)}`, 'u-7'];
  const searches = ['王明', '张伟', 'an', 'smith', 'anna smith', '王秀英'];
  const all = (query: string, inputs: readonly object[]): Case[] =>
    inputs.map((input) => ({ query, input: input as Case['input'] }));
  return {
    duties: all('duties.list', [
      {},
      { status: open },
      { status: statuses },
      ...statuses.map((status) => ({ status: [status] })),
      { rule },
      { rule, status: ['overdue'] },
      { instrument: rule.split('/')[0] },
      { instrument: rule.split('/')[0], status: open },
      { unit },
      { unit, status: open },
      { person },
      { assignee: person, status: open },
      { dueBefore: '2024-01-01' },
      { dueBefore: '2024-01-01', status: ['overdue'] },
      { dueFrom: '2024-01-01', dueBefore: '2025-01-01', status: open },
      { bearer: 'o' },
      { bearer: 'o', status: ['overdue'] },
      { clause: 'cn-cel-2023/art-18', status: open },
      { clause: 'cn-cel-2023/art-18', status: ['overdue'] },
      ...searches.flatMap((find) => [{ find }, { find, status: open }]),
      { subject: 'p-99' },
      { subject: person, status: open },
    ]),
    'groups of duties': all('duties.groups', [
      ...['rule', 'unit'].flatMap((by) => [{ by }, { by, status: open }, { by, status: ['overdue'] }, { by, rule }]),
      { by: 'unit', unit: 'u-2', order: 'en' },
      { by: 'rule', unit },
      { by: 'rule', dueFrom: '2026-01-01', status: open },
    ]),
    assignees: all('duties.assignees', [
      {},
      { status: open },
      { status: ['review'] },
      { unit, order: 'en' },
      { rule, status: ['overdue'] },
    ]),
    people: all('register.people', [
      ...orders.flatMap((order) => [{ order }, { order, inForceOn: today }, { order, unit: 'u-2' }, { order, unit }]),
      ...['employee', 'contractor', 'student', 'visitor', 'former'].map((standing) => ({ standing })),
      { standing: 'visitor', unit: 'u-2', inForceOn: today, order: 'en' },
      ...searches.map((search) => ({ search, inForceOn: today })),
      ...searches.flatMap((search) => orders.map((order) => ({ search, order }))),
      { search: 'an', standing: 'visitor', unit: 'u-2', order: 'newest' },
    ]),
    units: all('register.units', [
      ...orders.map((order) => ({ order })),
      { parent: 'u-2' },
      { parent: 'u-2', inForceOn: today, order: 'en' },
      ...orders.map((order) => ({ search: '业务', order })),
      { search: '第17业务部' },
    ]),
    journal: all('journal.search', [
      {},
      { action: 'register.record' },
      { action: 'register.withdraw' },
      { subject: `person/${person}` },
      { account: 'account-3' },
      { from: '2026-01-01' },
      { until: '2025-01-01' },
      { from: '2025-01-01', until: '2025-01-31' },
      { action: 'register.record', account: 'account-3', from: '2025-01-01', until: '2026-01-01' },
    ]),
  };
}
