import { type Status, statuses } from '@sallyport/core/law';

/** What the address of the list says: filters can be kept, sent and gone back to. */
export type ListSearch = {
  /** Left out: what still asks for something. */
  readonly status?: Status | 'all';
  readonly instrument?: string;
  /** One rule only: how a clause leads to its duties. */
  readonly rule?: string;
  readonly subject?: string;
  /** Who has to act. */
  readonly assignee?: string;
};

/** Which duty: the rule, what it hangs on, and the period where it recurs. */
export type DutyKey = { readonly rule: string; readonly subject: string; readonly period?: string };

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const status = ([...statuses, 'all'] as const).find((one) => one === search['status']);
  const [instrument, rule, subject] = [textOf(search['instrument']), textOf(search['rule']), textOf(search['subject'])];
  const assignee = textOf(search['assignee']);
  return {
    ...(status === undefined ? {} : { status }),
    ...(instrument === undefined ? {} : { instrument }),
    ...(rule === undefined ? {} : { rule }),
    ...(subject === undefined ? {} : { subject }),
    ...(assignee === undefined ? {} : { assignee }),
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

/** Which rule on which day, and whether as it was known then or as we know it now. */
export type AsOfSearch = { readonly rule: string; readonly mode: 'known' | 'true'; readonly day?: string };

export function readAsOfSearch(search: Record<string, unknown>): AsOfSearch {
  const day = textOf(search['day']);
  return {
    rule: textOf(search['rule']) ?? '',
    // An address reads `true` as a flag.
    mode: String(search['mode']) === 'true' ? 'true' : 'known',
    ...(day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
  };
}

/** What somebody still has to do or decide; what is settled is looked up, not presented. */
const open: readonly Status[] = ['overdue', 'review', 'unclear', 'pending'];

export const statusesOf = (status: ListSearch['status']): readonly Status[] =>
  status === undefined ? open : status === 'all' ? statuses : [status];
