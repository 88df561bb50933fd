import { deeds } from './deeds.ts';
import { headed } from './format.ts';
import type { Language } from './language.ts';

const known = new Map<string, (typeof deeds)[number]>(deeds.map((deed) => [deed.name, deed]));

/** What was done or asked, as a heading; null for what is neither an action nor a query. */
export function deedName(name: string, language: Language): string | null {
  const summary = known.get(name)?.summary[language];
  return summary === undefined ? null : headed(summary);
}

/** The names of all actions, to choose one by its words. */
export const actionsByName = (language: Language): readonly { readonly value: string; readonly label: string }[] =>
  deeds
    .filter(({ effect }) => effect === 'action')
    .map(({ name, summary }) => ({ value: name, label: headed(summary[language]) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
