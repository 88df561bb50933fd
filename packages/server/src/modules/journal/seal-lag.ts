import type { JournalParts } from './log.ts';
import { oldestPending } from './seal-store.ts';
import { everyLog } from './sealer.ts';

/** Seconds for which the oldest entry of any log has waited for a signed checkpoint; 0 where none waits. */
export async function sealLag({ database, clock }: Pick<JournalParts, 'database' | 'clock'>): Promise<number> {
  let oldest = clock.now();
  for (const org of await everyLog(database))
    oldest = Math.min(oldest, (await database.inOrganisation(org, oldestPending)) ?? oldest);
  return (clock.now() - oldest) / 1_000_000;
}
