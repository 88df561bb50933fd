/** A name as it is looked for: width and case do not matter, nor how much space is between its parts. */
export const fold = (name: string): string =>
  name.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
