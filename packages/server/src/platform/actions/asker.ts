import type { Transaction } from '../database/transaction.ts';
import type { Actor } from './actor.ts';
import { admit, requireWithin } from './admit.ts';
import type { ImplementedQuery } from './implement.ts';
import { readInputs } from './read-input.ts';
import type { RunnerParts } from './runner.ts';

/** Writes down whose data was shown to whom, and for which question (DECISIONS 10). */
export type SeenPort = {
  record(tx: Transaction, actor: Actor, persons: readonly string[], query: string): Promise<void>;
};

export type AskQuery = (query: ImplementedQuery, input: unknown, actor: Actor) => Promise<unknown>;

export function createAsker(parts: Pick<RunnerParts, 'database' | 'clock' | 'dayOf'> & { seen: SeenPort }): AskQuery {
  return async ({ contract, handler }, input, actor) => {
    const scope = admit(contract.name, contract.admits, actor);
    const [read] = readInputs(contract.input, [input]);
    const now = parts.clock.now();
    return parts.database.inOrganisation(actor.org, async (tx) => {
      if (handler.place !== undefined) requireWithin(scope, await handler.place(tx, read, actor));
      const { output, persons = [] } = await handler.answer({ tx, actor, now, today: parts.dayOf(now), scope }, read);
      if (contract.showsPerson && persons.length > 0) await parts.seen.record(tx, actor, persons, contract.name);
      return contract.output.parse(output);
    });
  };
}
