import { CliFailure } from '../failure.ts';
import type { Phrase } from '../words.ts';

/** What the program refuses is told in the user's language; anything else is a fault and shows its stack. */
export async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // By name: the classes themselves would load the whole server.
    const isSaid = error.name === 'ExplainedError' || error.name === 'DatabaseStartError';
    if (isSaid && 'phrase' in error) throw new CliFailure(error.phrase as Phrase);
    throw error;
  }
}
