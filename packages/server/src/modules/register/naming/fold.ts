/** A name as it is looked for: width and case do not matter, nor how much space is between its parts. */
export const fold = (name: string): string =>
  name.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();

/** Characters as Unicode numbers them: two of them are what a search needs, whatever plane they are of. */
export const charactersOf = (text: string): string[] => Array.from(text);
