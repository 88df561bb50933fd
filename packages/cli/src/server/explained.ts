import { CliFailure } from '../failure.ts';
import type { Phrase } from '../words.ts';

/** What the program refuses is told in the user's language; anything else is a fault and shows its stack. */
export async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // By name: the classes themselves would load the whole server.
    if (error.name === 'ExplainedError' && 'phrase' in error) throw new CliFailure(error.phrase as Phrase);
    if (error.name === 'DatabaseStartError') throw new CliFailure({ zh: error.message, en: error.message });
    throw error;
  }
}
