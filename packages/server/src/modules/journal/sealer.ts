import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { installationLog, type JournalParts } from './log.ts';
import { type SealParts, sealPending } from './seal.ts';
import { hasPending } from './seal-store.ts';

export type SealerParts = Pick<JournalParts, 'database' | 'clock'> & {
  readonly seal: SealParts;
  readonly recordFault: (error: unknown) => void;
};

export type Sealer = {
  /** Says that a transaction of this organisation has appended and will commit or not. */
  wake(this: void, org: string): void;
  /** Seals all that waits in a log and says how many entries that were. */
  sealAll(this: void, org: string): Promise<number>;
  start(this: void): void;
  /** Ends when the round under way is over. */
  stop(this: void): Promise<void>;
};

/** Twice in the time an entry may stay unsealed. */
const roundEvery = 400;
/** How long an open transaction may take to commit: as long as the database lets a statement run, and its last one. */
const awakeFor = 65_000;
/** What other processes appended, and what a crash left, is looked for in every log. */
const everyLogEvery = 5_000;

/** Keeps every log at most one second behind its entries. Any number of processes may do so at once: one of them holds the head. */
export function createSealer(parts: SealerParts): Sealer {
  const { database, clock, seal, recordFault } = parts;
  const awake = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;
  let round: Promise<void> = Promise.resolve();
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function sealAll(org: string): Promise<number> {
    let sealed = 0;
    for (;;) {
      const waits = await database.inOrganisation(org, hasPending);
      const count = waits ? await database.inOrganisation(org, (tx) => sealPending(tx, seal, clock.now())) : 0;
      if (count === 0) return sealed;
      sealed += count;
    }
  }

  async function oneRound(): Promise<void> {
    const now = performance.now();
    for (const [org, since] of awake) if (now - since > awakeFor) awake.delete(org);
    const orgs = new Set(awake.keys());
    try {
      if (now - lookedAt >= everyLogEvery) {
        for (const org of await everyLog(database)) orgs.add(org);
        lookedAt = now;
      }
    } catch (error) {
      recordFault(error);
    }
    // One log that cannot be sealed does not hold up the others.
    for (const org of orgs) await sealAll(org).catch(recordFault);
  }

  function schedule(): void {
    timer = setTimeout(() => {
      round = oneRound().then(() => {
        if (timer !== null) schedule();
      });
    }, roundEvery);
  }

  return {
    wake: (org) => void awake.set(org, performance.now()),
    sealAll,
    start: () => {
      if (timer === null) schedule();
    },
    async stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await round;
    },
  };
}

export async function everyLog(database: Pick<Database, 'inInstallation'>): Promise<string[]> {
  const tenants = await database.inInstallation((tx: Transaction) =>
    tx.rows<{ org_id: string }>('SELECT org_id FROM tenant'),
  );
  return [installationLog, ...tenants.map(({ org_id }) => org_id)];
}
