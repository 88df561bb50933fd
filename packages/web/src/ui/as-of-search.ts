import { instantOf } from '../app/seat.ts';

/** `by`: a moment as the address has it, by the seat's clock. */
export type AsOfChosen = { readonly day?: string; readonly mode?: 'known' | 'true'; readonly by?: string };

const isMinute = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text);

/** Of an address; a word that is none of these is passed over. */
export function readAsOf(search: Readonly<Record<string, unknown>>): AsOfChosen {
  const { day, by } = search;
  // An address reads `true` as a flag.
  const mode = (['known', 'true'] as const).find((one) => one === String(search['mode']));
  return {
    ...(typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
    ...(mode === undefined ? {} : { mode }),
    ...(mode !== 'true' && typeof by === 'string' && isMinute(by) ? { by } : {}),
  };
}

/** As it is asked of the program: a minute is known at its beginning. */
export function knownByOf({ by }: AsOfChosen): { readonly knownBy?: string } {
  const moment = by === undefined ? null : instantOf(by);
  return moment === null ? {} : { knownBy: moment.toISOString() };
}
