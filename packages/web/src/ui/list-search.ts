import { seatMinute } from '../app/seat.ts';

/** What the address of a list by name says. */
export type NamedSearch = {
  readonly find?: string;
  readonly newest?: true;
  /** A day, or `all` whatever the day; left out: today. */
  readonly on?: string;
};

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What the address of a list says that is only looked through. */
type FoundSearch = Pick<NamedSearch, 'find'>;

export function readFoundSearch(search: Readonly<Record<string, unknown>>): FoundSearch {
  // An address reads a number as one.
  const find = textOf(typeof search['find'] === 'number' ? String(search['find']) : search['find']);
  return find === undefined ? {} : { find };
}

export function readNamedSearch(search: Record<string, unknown>): NamedSearch {
  const on = textOf(search['on']);
  return {
    ...readFoundSearch(search),
    ...(search['newest'] === true ? { newest: true } : {}),
    ...(on !== undefined && /^(all|\d{4}-\d{2}-\d{2})$/.test(on) ? { on } : {}),
  };
}

export const today = (): string => seatMinute(new Date()).slice(0, 10);

/** The day whose state is asked for; undefined: of every day. */
export const dayOf = ({ on }: NamedSearch): string | undefined => (on === 'all' ? undefined : (on ?? today()));

/** Characters that a search needs. */
const leastCharacters = 2;

/** What is asked of the program: nothing while one character stands in the box. */
export const soughtIn = (find = ''): string | undefined => (isShort(find) ? undefined : find.trim());

export const isShort = (text: string): boolean => Array.from(text.trim()).length < leastCharacters;
