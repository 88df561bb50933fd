/** A table for a spreadsheet: what stands above it, its head, its rows, and what stands below. */
export type Sheet = {
  readonly name: string;
  readonly title: string;
  readonly above: readonly string[];
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly below: string;
  readonly orientation: 'portrait' | 'landscape';
};
