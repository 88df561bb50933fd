import { vocabulary } from '@sallyport/core/facts';
import { type Standing, standings } from './search.ts';

/** What the vocabulary calls each. */
export const standingWords = (): { readonly value: Standing; readonly label: { zh: string; en: string } }[] => {
  const words = vocabulary.kinds.get('person')?.fields['standing']?.words ?? {};
  return standings.map((value) => ({ value, label: words[value] ?? { zh: value, en: value } }));
};
