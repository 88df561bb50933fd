import { useWords } from '../../app/language-context.tsx';
import { useDeeds } from '../../app/use-deeds.ts';
import type { Key } from '../../app/words.ts';

/** Entries that the program makes of itself, and no contract names. */
const own: Readonly<Record<string, Key>> = {
  'day.closed': 'journal.did.dayClosed',
  'epoch.begun': 'journal.did.epochBegun',
  'installation.back-up': 'journal.did.backUp',
};

/** What was done, in words, and all of it to choose from; an action that the program no longer has is named by its code. */
export function useActionNames() {
  const { t, language } = useWords();
  const { actionsByName, deedName } = useDeeds();
  return {
    nameOf: (action: string): string => {
      const key = own[action];
      return key === undefined ? (deedName(action, language) ?? t('journal.did.other', { action })) : t(key);
    },
    choices: [...Object.entries(own).map(([value, key]) => ({ value, label: t(key) })), ...actionsByName(language)],
  };
}
