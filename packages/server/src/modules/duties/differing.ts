import type { Instant } from '@sallyport/core/calendar';
import { differingDuties } from './clock-store.ts';
import { readPolicy } from './store.ts';
import type { TickParts } from './ticker.ts';

/** Duties for which a full evaluation of an organisation says something else than what is stored. Time is to be carried there before. */
export function countDiffering({ database, engine, dayOf }: TickParts, org: string, now: Instant): Promise<number> {
  return database.inOrganisation(org, async (tx) => {
    // All subjects of all rules at once: longer than any statement of the program's daily work.
    await tx.once('SET LOCAL statement_timeout = 0');
    const own = engine.own(await readPolicy(tx));
    let count = 0;
    for (const [, rules] of engine.kinds) {
      const evaluation = own.engine.evaluate(rules, own.settings, true);
      count += (await differingDuties(tx, rules, evaluation, dayOf(now), now)).length;
    }
    return count;
  });
}
