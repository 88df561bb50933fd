import type { Language } from '../words/words.ts';

/** A sheet of A4 before anybody has chosen PDF or DOCX. Every text is what it says: none of it is markup. */
export type Paper = {
  readonly language: Language;
  /** Lists with many columns lie on their side. */
  readonly orientation: 'portrait' | 'landscape';
  /** Above the title: whose form or list it is. */
  readonly unit: string;
  readonly title: string;
  /** Below the title at the left and at the right, as they are to be read: the day, the number, what a list shows. */
  readonly below: readonly string[];
  readonly parts: readonly Part[];
  /** At the foot of each page, beside its number. */
  readonly foot: string;
  /** What a QR code at the upper right corner says, and what stands under it. */
  readonly code: { readonly text: string; readonly caption: string } | null;
};

export type Part =
  /** Names and values in boxes, two beside each other where neither is wide. */
  | { readonly part: 'pairs'; readonly pairs: readonly Pair[] }
  /** A table whose head stands on each page again; the widths are shares. */
  | { readonly part: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  | { readonly part: 'paragraph'; readonly text: string; readonly style: 'body' | 'heading' | 'note' }
  /** Empty boxes to write in; with a line for signature and date, and room for a seal, where there are to be. */
  | { readonly part: 'boxes'; readonly boxes: readonly Box[] }
  /** Names with a line to sign on, in one row. */
  | { readonly part: 'signatures'; readonly labels: readonly string[] };

export type Box = { readonly label: string; readonly sign: boolean; readonly seal: boolean };

export type Pair = { readonly label: string; readonly value: string; readonly wide?: boolean };

export type Column = {
  readonly head: string;
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
};

export type PaperFormat = 'pdf' | 'docx';

/** Pairs as the rows of a form: two narrow ones share a row, and one that stands alone takes all of it. */
export function rowsOfPairs(pairs: readonly Pair[]): readonly (readonly [Pair] | readonly [Pair, Pair])[] {
  const rows: ([Pair] | [Pair, Pair])[] = [];
  let open = false;
  for (const pair of pairs) {
    const last = rows.at(-1);
    if (open && last?.length === 1 && pair.wide !== true) {
      rows[rows.length - 1] = [last[0], pair];
      open = false;
    } else {
      rows.push([pair]);
      open = pair.wide !== true;
    }
  }
  return rows;
}
