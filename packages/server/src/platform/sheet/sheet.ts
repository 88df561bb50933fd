import type { Language } from '../words/words.ts';

/** A table for a spreadsheet: what stands above it, its head, its rows, and what stands below. */
export type Sheet = {
  readonly language: Language;
  readonly name: string;
  /** Lines over the whole width; the second is the title. */
  readonly above: readonly [unit: string, title: string, said: string];
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly below: readonly string[];
  /** At the foot of each page that is printed, beside its number. */
  readonly foot: string;
  readonly orientation: 'portrait' | 'landscape';
};
