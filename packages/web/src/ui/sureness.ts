import type { Key } from '../app/words.ts';

/** How sure a clause is, in words; what is not known to be sure is said to be unconfirmed. */
export const surenessKey = (sureness: string): Key =>
  sureness === 'text' || sureness === 'secondary' ? `sureness.${sureness}` : 'sureness.unconfirmed';
