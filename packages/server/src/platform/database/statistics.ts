import type { Database } from './database.ts';

/** Says that a batch was written to a table. */
export type Wrote = (table: string) => Promise<void>;

/**
 * Keeps plans in step with what is loaded in batches: a table is analysed after the first of them and each time as many again were written,
 * so that it stays a small part of the work. The program's own role may not analyse; a function of the owner does.
 */
export function analyseAsItGrows(database: Database, org: string, alongside: readonly string[]): Wrote {
  const batches = new Map<string, number>();
  return async (table) => {
    const count = (batches.get(table) ?? 0) + 1;
    batches.set(table, count);
    if (!isPowerOfTwo(count)) return;
    const tables = [table, ...alongside];
    await database.inOrganisation(org, (tx) => tx.count('SELECT refresh_statistics($1::text[])', [tables]));
  };
}

const isPowerOfTwo = (count: number): boolean => (count & (count - 1)) === 0;
