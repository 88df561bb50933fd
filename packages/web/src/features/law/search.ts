import { sureness as surenesses } from '@sallyport/core/law';
import { readFoundSearch, textOf } from '../../ui/list-search.ts';

/** What the address of a page of the law says. */
export type LawSearch = {
  /** As of which day; left out: as installed. */
  readonly on?: string;
  readonly find?: string;
  /** What a clause does. */
  readonly speaks?: string;
  readonly sureness?: (typeof surenesses)[number];
};

export function readLawSearch(search: Readonly<Record<string, unknown>>): LawSearch {
  const on = textOf(search['on']);
  const speaks = textOf(search['speaks']);
  const sureness = surenesses.find((one) => one === search['sureness']);
  return {
    ...(on !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(on) ? { on } : {}),
    ...readFoundSearch(search),
    ...(speaks === undefined ? {} : { speaks }),
    ...(sureness === undefined ? {} : { sureness }),
  };
}

/** What goes with the reader from page to page. */
export const dayOf = ({ on }: LawSearch): Pick<LawSearch, 'on'> => (on === undefined ? {} : { on });
