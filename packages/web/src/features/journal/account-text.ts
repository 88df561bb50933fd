import type { Key, Values } from '../../app/words.ts';

/** As the program writes down whoever has the machine (docs/decisions/0020); no account has this number. */
const machine = '00000000-0000-8000-8000-000000000000';

/** Who did it: by name, or by number where the account is there no more. */
export const accountText = (account: string, by: string | null, t: (key: Key, values?: Values) => string): string =>
  account === machine ? t('journal.machine') : t('journal.account', { account: by ?? account });
