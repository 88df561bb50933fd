import { type Status, statuses } from '@sallyport/core/law';

/** What the address of the list says: filters can be kept, sent and gone back to. */
export type ListSearch = {
  readonly status?: Status;
  readonly instrument?: string;
  readonly subject?: string;
};

/** Which duty: the rule, what it hangs on, and the period where it recurs. */
export type DutyKey = { readonly rule: string; readonly subject: string; readonly period?: string };

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const status = statuses.find((one) => one === search['status']);
  const [instrument, subject] = [textOf(search['instrument']), textOf(search['subject'])];
  return {
    ...(status === undefined ? {} : { status }),
    ...(instrument === undefined ? {} : { instrument }),
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
