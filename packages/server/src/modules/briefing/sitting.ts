import { type Chosen, examinedOf, type Library } from '@sallyport/core/briefing';
import { formatDay } from '@sallyport/core/calendar';
import type { Attempt } from '@sallyport/core/courses';
import { refuse } from '../../platform/actions/refusal.ts';
import type { BriefingParts, Journey } from './journey.ts';
import type { Acting } from './own.ts';
import * as store from './store.ts';

export const blocksOf = (chosen: readonly Chosen[]): store.ChosenBlock[] =>
  chosen.map(({ block: { id, hash }, reasons }) => ({ id, hash, reasons }));

/** Whether a briefing still is the one that the plan asks for. */
export const stands = (stored: store.Stored, { hash }: Pick<Library, 'hash'>, chosen: readonly Chosen[]): boolean =>
  stored.heldOn === null
    ? stored.hash === hash && stored.blocks.map(({ id }) => id).join() === chosen.map(({ block }) => block.id).join()
    : // What was held was held; it is asked for again where the plan has come to ask for more.
      chosen.every(({ block }) => stored.blocks.some(({ id }) => id === block.id));

/** The briefing that somebody acts on, held until they are done: begun where there is none, put together anew where the plan has changed. */
export async function sitting(
  { tx, today }: Acting,
  { ids, library }: Pick<BriefingParts, 'ids' | 'library'>,
  { traveller, person, chosen, open }: Journey,
): Promise<store.Stored> {
  if (!open) return refuse('briefing.not-now');
  const { hash } = library();
  const last = await store.latest(tx, traveller, 'FOR UPDATE');
  if (last !== null && stands(last, { hash }, chosen)) return last;
  const anew = { traveller, hash, seed: ids.salt().toString('hex'), blocks: blocksOf(chosen) };
  if (last !== null && last.heldOn === null) await store.renewBriefing(tx, { ...anew, number: last.number });
  else await store.insertBriefing(tx, { ...anew, number: (last?.number ?? 0) + 1, person, day: formatDay(today) });
  return (await store.latest(tx, traveller, 'FOR UPDATE')) ?? refuse('briefing.not-now');
}

/** What is drawn, and from which seed. */
export function examined(library: Library, stored: store.Stored) {
  const chosen = stored.blocks.flatMap(({ id, reasons }): Chosen[] => {
    const block = library.blocks.find((one) => one.id === id);
    return block === undefined ? [] : [{ block, reasons }];
  });
  const attempt: Attempt = { course: 'briefing', hash: stored.hash, seed: stored.seed };
  return { of: examinedOf(library, chosen), attempt };
}
