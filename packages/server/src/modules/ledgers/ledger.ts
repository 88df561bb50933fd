import type { Query } from '@sallyport/core/contract';
import type { z } from 'zod';
import type { Language, Phrase } from '../../platform/words/words.ts';

/** People and units that a list names by number, as far as whoever asks may read them. */
export type NamesOf = (kind: 'person' | 'unit' | 'post', id: string | null) => string;

export type Cell = string | number | null;

export type Column<Item> = {
  readonly head: Phrase;
  /** Of the width, beside the others. */
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly of: (item: Item, reader: { readonly language: Language; readonly names: NamesOf }) => Cell;
};

/** A list as a ledger: which query gives its rows, and what stands in its columns. */
export type Ledger = {
  readonly query: Query;
  readonly title: (filter: Readonly<Record<string, unknown>>) => Phrase;
  readonly columns: (filter: Readonly<Record<string, unknown>>) => readonly Column<unknown>[];
  readonly rows: (output: unknown) => readonly unknown[];
  /** Which ids of a row are names of somebody or something. */
  readonly named: (
    item: unknown,
  ) => readonly { readonly kind: 'person' | 'unit' | 'post'; readonly id: string | null }[];
  readonly pages: boolean;
};

type Described<Output extends z.ZodType, Item> = {
  readonly title: Phrase | ((filter: Readonly<Record<string, unknown>>) => Phrase);
  readonly rows: (output: z.output<Output>) => readonly Item[];
  readonly columns: readonly Column<Item>[] | ((filter: Readonly<Record<string, unknown>>) => readonly Column<Item>[]);
  readonly named?: (item: Item) => ReturnType<Ledger['named']>;
  /** No where the query gives all of it at once. */
  readonly pages?: boolean;
};

/** Holds the columns to what the query of the list answers; the types are erased afterwards, as those of handlers are. */
export function ledgerOf<Input extends z.ZodType, Output extends z.ZodType, Item>(
  query: Query<Input, Output>,
  { title, rows, columns, named = () => [], pages = true }: Described<Output, Item>,
): Ledger {
  return {
    query,
    pages,
    rows,
    named,
    title: typeof title === 'function' ? title : () => title,
    columns: typeof columns === 'function' ? columns : () => columns,
  } as Ledger;
}
