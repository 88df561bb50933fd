/** One element of a data model, as the table of its standard has it. */
export type Item = {
  readonly may: 'rw' | 'ro' | 'wo';
  /** What a value looks like; anything where it is left out. */
  readonly is?: string;
  readonly least?: number;
  readonly most?: number;
  /** Characters. */
  readonly long?: number;
  /** What it is until it is set; where it is left out it is not there until then. */
  readonly start?: string;
};

/** `n` in a name stands for any number: an element of a list. */
export type Model = Readonly<Record<string, Item>>;

export const number = String.raw`^-?\d{1,7}(\.\d{1,7})?$`;
export const oneOf = (...words: readonly string[]): string => `^(${words.join('|')})$`;
