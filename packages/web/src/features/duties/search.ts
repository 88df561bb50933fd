import { type Status, statuses } from '@sallyport/core/law';

/** What the address of the list says: filters can be kept, sent and gone back to. */
export type ListSearch = {
  /** Left out: what still asks for something. */
  readonly status?: Status | 'all';
  readonly instrument?: string;
  /** One rule only: how a clause leads to its duties. */
  readonly rule?: string;
  readonly subject?: string;
};

/** Which duty: the rule, what it hangs on, and the period where it recurs. */
export type DutyKey = { readonly rule: string; readonly subject: string; readonly period?: string };

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const status = ([...statuses, 'all'] as const).find((one) => one === search['status']);
  const [instrument, rule, subject] = [textOf(search['instrument']), textOf(search['rule']), textOf(search['subject'])];
  return {
    ...(status === undefined ? {} : { status }),
    ...(instrument === undefined ? {} : { instrument }),
    ...(rule === undefined ? {} : { rule }),
    ...(subject === undefined ? {} : { subject }),
  };
}

export function readDutyKey(search: Record<string, unknown>): DutyKey {
  const period = textOf(search['period']);
  return {
    rule: textOf(search['rule']) ?? '',
    subject: textOf(search['subject']) ?? '',
    ...(period === undefined ? {} : { period }),
  };
}

/** What somebody still has to do or decide; what is settled is looked up, not presented. */
const open: readonly Status[] = ['overdue', 'review', 'unclear', 'pending'];

export const statusesOf = (status: ListSearch['status']): readonly Status[] =>
  status === undefined ? open : status === 'all' ? statuses : [status];
