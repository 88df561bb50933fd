import { type Status, statuses } from '@sallyport/core/law';
import { type AsOfChosen, readAsOf } from '../../ui/as-of-search.ts';

export const groupings = ['rule', 'unit', 'week', 'person'] as const;
export type Grouping = (typeof groupings)[number];

/** Filters whose value is a word of its own; what each leads to is looked up by the program. */
const words = [
  'instrument',
  /** A clause, whose rules are meant. */
  'clause',
  /** One rule only: how a clause leads to its duties. */
  'rule',
  /** Who owes it in law. */
  'bearer',
  /** With the units under it. */
  'unit',
  /** Who has to act. */
  'assignee',
  /** Part of a name. */
  'find',
  /** The beginning of the number of what it hangs on. */
  'subject',
] as const;
const days = ['from', 'before'] as const;

/** What the address of the list says: filters can be kept, sent and gone back to. */
export type ListSearch = {
  /** Left out: what still asks for something; `unmet`: overdue, or past all making up for. */
  readonly status?: Status | 'all' | 'unmet';
  /** What fell due before the programme started stands apart, unless it is asked for, or all is. */
  readonly backlog?: 'only' | 'with';
  readonly group?: Grouping;
} & { readonly [Name in (typeof words)[number] | (typeof days)[number]]?: string };

/** Which duty: the rule, what it hangs on, and the period where it recurs. */
export type DutyKey = { readonly rule: string; readonly subject: string; readonly period?: string };

// An address reads a number as one.
const textOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text : undefined;
};

const isDay = (text: string | undefined): boolean => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const status = ([...statuses, 'all', 'unmet'] as const).find((one) => one === search['status']);
  const backlog = (['only', 'with'] as const).find((one) => one === search['backlog']);
  const group = groupings.find((one) => one === search['group']);
  const texts = words.flatMap((name) => {
    const text = textOf(search[name]);
    return text === undefined ? [] : [[name, text] as const];
  });
  const dated = days.flatMap((name) => {
    const day = textOf(search[name]);
    return day !== undefined && isDay(day) ? [[name, day] as const] : [];
  });
  return {
    ...(status === undefined ? {} : { status }),
    ...(backlog === undefined ? {} : { backlog }),
    ...(group === undefined ? {} : { group }),
    ...Object.fromEntries([...texts, ...dated]),
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

/** A duty, and by which moment its history is looked at. */
export const readDutySearch = (search: Record<string, unknown>): DutyKey & Pick<AsOfChosen, 'by'> => {
  const { by } = readAsOf(search);
  return { ...readDutyKey(search), ...(by === undefined ? {} : { by }) };
};

/** Which rule on which day, and whether as it was known then or as we know it now. */
export type AsOfSearch = AsOfChosen & { readonly rule: string; readonly mode: 'known' | 'true' };

export const readAsOfSearch = (search: Record<string, unknown>): AsOfSearch => ({
  rule: textOf(search['rule']) ?? '',
  mode: 'known',
  ...readAsOf(search),
});

/** What somebody still has to do or decide; what is settled is looked up, not presented. */
const open: readonly Status[] = ['overdue', 'review', 'unclear', 'pending'];
const unmet: readonly Status[] = ['overdue', 'missed'];

export const statusesOf = (status: ListSearch['status']): readonly Status[] =>
  status === undefined ? open : status === 'all' ? statuses : status === 'unmet' ? unmet : [status];

/** What is typed into the box: a number has figures or signs in it, a name has two characters at least. */
export const soughtAs = (typed: string): Pick<ListSearch, 'find' | 'subject'> => {
  const text = typed.trim();
  if (text === '') return {};
  if (/[\d_/:@]/.test(text)) return { subject: text };
  return Array.from(text).length < 2 ? {} : { find: text };
};

/** What is asked of the program. */
export function filterOf(search: ListSearch) {
  const { status, backlog, group: _group, from, before, ...rest } = search;
  const apart = backlog ?? (status === 'all' ? ('with' as const) : ('apart' as const));
  return {
    ...rest,
    status: [...statusesOf(status)],
    ...(apart === 'with' ? {} : { backlog: apart }),
    ...(from === undefined ? {} : { dueFrom: from }),
    ...(before === undefined ? {} : { dueBefore: before }),
  };
}

/** How many filters stand behind the button; what is in sight anyway is not counted. */
export const hiddenFilters = (search: ListSearch): number =>
  (['instrument', 'clause', 'bearer', 'unit', 'assignee', 'from', 'before'] as const).filter(
    (name) => search[name] !== undefined,
  ).length;

/** The Monday of a day's week, by the civil calendar. */
export function weekOf(day: string): string {
  const at = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}
