import { textOf } from '../../ui/list-search.ts';

const texts = ['action', 'kind', 'number'] as const;
const days = ['from', 'until'] as const;

/** What the address of the journal says, and what stands in the fields of its search. */
export type JournalSearch = { readonly [Name in (typeof texts)[number] | (typeof days)[number]]?: string };

export type Asked = {
  readonly action?: string;
  /** `kind/number`. */
  readonly subject?: string;
  readonly from?: string;
  readonly until?: string;
};

/** Only what was filled in is in the address. */
export function readJournalSearch(search: Readonly<Record<string, unknown>>): JournalSearch {
  const written = (name: string): string | undefined => {
    // An address reads a number as one.
    const value = typeof search[name] === 'number' ? String(search[name]) : search[name];
    return typeof value === 'string' ? textOf(value.trim()) : undefined;
  };
  const isDay = (text: string | undefined): boolean => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
  return Object.fromEntries([
    ...texts.flatMap((name) => (written(name) === undefined ? [] : [[name, written(name)]])),
    ...days.flatMap((name) => (isDay(written(name)) ? [[name, written(name)]] : [])),
  ]) as JournalSearch;
}

/** A subject is asked for by its kind and number together. */
export function askedOf({ kind, number, ...rest }: JournalSearch): Asked {
  return { ...rest, ...(kind === undefined || number === undefined ? {} : { subject: `${kind}/${number}` }) };
}
