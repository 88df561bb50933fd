import type { Day, Instant } from '@sallyport/core/calendar';
import type { Room } from '../../platform/actions/implement.ts';
import { implementMerge } from './merge.ts';
import { implementShow } from './show.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { peopleTables } from './columns.ts';

export type PeopleParts = {
  readonly ids: { readonly uuid: () => string };
  readonly dayOf: (instant: Instant) => Day;
};

/** What is done with somebody's whole entry in the register: two made one and taken apart again. */
export function peopleRoom({ ids, dayOf }: PeopleParts): Room {
  return { actions: implementMerge(ids), queries: implementShow(dayOf), words: { zh, en } };
}
