import { type Declared, reasonsFor } from './conditions.ts';
import type { Chosen, Library } from './library.ts';

/** The blocks of a journey in the order of the library, each with everything declared that asks for it. */
export function chooseBlocks(library: Library, declared: Declared): readonly Chosen[] {
  return library.blocks.flatMap((block): Chosen[] => {
    if (block.seats.length > 0 && !block.seats.includes(declared.seat)) return [];
    const found = block.when.flatMap((condition) => reasonsFor(condition, declared));
    // A reason of its own says more than that everybody gets it.
    const own = found.filter(({ by }) => by !== 'always');
    const reasons = own.length > 0 ? own : found.slice(0, 1);
    return reasons.length === 0 ? [] : [{ block, reasons }];
  });
}

/** The topics that a briefing of these blocks is about: those of which nothing is missing. */
export const topicsOf = ({ topics }: Library, chosen: readonly string[]): string[] =>
  topics.flatMap(({ topic, blocks }) => (blocks.every((block) => chosen.includes(block)) ? [topic] : []));
