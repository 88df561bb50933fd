import type { Query } from '@sallyport/core/contract';
import type { z } from 'zod';
import type { Language, Phrase } from '../../platform/words/words.ts';

const namedKinds = ['person', 'unit', 'post'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** Which of the kinds that are called by name, if it is one. */
export const namedKindOf = (kind: string | undefined): NamedKind | undefined => namedKinds.find((one) => one === kind);

/** Somebody or something that a row names by number. */
export type Named = { readonly kind: NamedKind; readonly id: string | null };

/** For whom a cell is written. */
export type Reader = {
  readonly language: Language;
  /** People and units that a list names by number, as far as whoever asks may read them. */
  readonly names: (kind: NamedKind, id: string | null) => string;
  /** A day as it is; an instant to the minute, in the zone of the seat. */
  readonly moment: (moment: string | null) => string | null;
  /** What an action is called; its code where it has no name. */
  readonly action: (name: string) => string;
};

export type Filter = Readonly<Record<string, unknown>>;

export type Cell = string | number | null;

export type Column<Item> = {
  readonly head: Phrase;
  /** Of the width, beside the others. */
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly of: (item: Item, reader: Reader) => Cell;
};

/** A list as a ledger: which query gives its rows, and what stands in its columns. */
export type Ledger = {
  readonly query: Query;
  /** By what the list is limited to, or by what was answered first. */
  readonly title: (filter: Filter, answered: unknown) => Phrase;
  readonly columns: (filter: Filter) => readonly Column<unknown>[];
  readonly rows: (output: unknown) => readonly unknown[];
  readonly named: (item: unknown) => readonly Named[];
  /** What is asked for what stands under a row, where the list is a tree. */
  readonly under: (item: unknown, filter: Filter) => Filter | null;
  readonly pages: boolean;
};

type Described<Output extends z.ZodType, Item> = {
  readonly title: Phrase | ((filter: Filter, answered: z.output<Output>) => Phrase);
  readonly rows: (output: z.output<Output>) => readonly Item[];
  readonly columns: readonly Column<Item>[] | ((filter: Filter) => readonly Column<Item>[]);
  readonly named?: (item: Item) => readonly Named[];
  readonly under?: (item: Item, filter: Filter) => Filter | null;
  /** No where the query gives all of it at once. */
  readonly pages?: boolean;
};

/** Holds the columns to what the query of the list answers; the types are erased afterwards, as those of handlers are. */
export function ledgerOf<Input extends z.ZodType, Output extends z.ZodType, Item>(
  query: Query<Input, Output>,
  { title, rows, columns, named = () => [], under = () => null, pages = true }: Described<Output, Item>,
): Ledger {
  return {
    query,
    pages,
    rows,
    named,
    under,
    title: typeof title === 'function' ? title : () => title,
    columns: typeof columns === 'function' ? columns : () => columns,
  } as Ledger;
}
