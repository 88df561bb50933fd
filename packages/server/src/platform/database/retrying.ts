import { setTimeout as wait } from 'node:timers/promises';

/** Two transactions waited for each other, or could not be put in an order: PostgreSQL undid one of them, whole. */
const codes = new Set(['40P01', '40001']);
const mostTries = 5;

/** Runs a transaction again when the database undid it for another's sake; everything the body does must be undone with it. */
export async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await run();
    } catch (error) {
      if (tried === mostTries || !codes.has((error as { code?: string }).code ?? '')) throw error;
      // Apart from each other, so that the same two do not meet again.
      await wait(Math.random() * 20 * tried);
    }
  }
}
