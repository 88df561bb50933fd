import { createSecretKey } from 'node:crypto';
import type { Role } from '@sallyport/core/access';
import { type Actor, nobody } from '../../packages/server/src/platform/actions/actor.ts';
import { createAsker, type SeenPort } from '../../packages/server/src/platform/actions/asker.ts';
import type { Room } from '../../packages/server/src/platform/actions/implement.ts';
import type { EntryDraft, FactCause } from '../../packages/server/src/platform/actions/ports.ts';
import { Refused } from '../../packages/server/src/platform/actions/refusal.ts';
import { createRunner, type RunnerParts } from '../../packages/server/src/platform/actions/runner.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { catalogueOf } from '../../packages/server/src/platform/http/catalogue.ts';

/** Rooms on a real database, with the entries and touched facts they hand on in plain sight. */
export type TestRooms = {
  run(action: string, inputs: readonly unknown[], actor: Actor, key?: string): Promise<unknown[]>;
  one(action: string, input: unknown, actor: Actor): Promise<unknown>;
  ask(query: string, input: unknown, actor: Actor): Promise<unknown>;
  /** The codes it was refused with; none when it was done. Any other failure is thrown. */
  refused(how: 'run' | 'ask', name: string, input: unknown, actor: Actor): Promise<string[]>;
  readonly entries: EntryDraft[];
  /** `kind/id` of every fact said to be changed. */
  readonly touched: string[];
  /** Why each action had duties settled. */
  readonly settled: FactCause[];
};

export function testRooms(
  database: Database,
  rooms: readonly Room[],
  parts: Partial<RunnerParts & { readonly seen: SeenPort }> = {},
): TestRooms {
  const entries: EntryDraft[] = [];
  const touched: string[] = [];
  const settled: FactCause[] = [];
  const catalogue = catalogueOf(rooms);
  const runner: RunnerParts = {
    database,
    clock: { now: () => Date.UTC(2026, 10, 23, 4) * 1000 },
    dayOf: (instant) => Math.floor(instant / 86_400_000_000),
    journal: { append: async (_tx, drafts) => void entries.push(...drafts) },
    duties: {
      touched: async (_tx, kind, ids) => {
        touched.push(...ids.map((id) => `${kind}/${id}`));
        return new Map();
      },
      changing: () => undefined,
      settle: async (_tx, _subjects, _now, cause) => void settled.push(cause),
    },
    jobs: { send: async () => undefined },
    repeatSecret: createSecretKey(new Uint8Array(32).fill(3)),
    ...parts,
  };
  const runAction = createRunner(runner);
  const askQuery = createAsker({ ...runner, seen: parts.seen ?? { record: async () => undefined } });
  const known = <T>(of: ReadonlyMap<string, T>, name: string): T => {
    const found = of.get(name);
    if (found === undefined) throw new Error(`no room has ${name}`);
    return found;
  };
  const run: TestRooms['run'] = (action, inputs, actor, key) =>
    runAction(known(catalogue.actions, action), inputs, actor, { key });
  const one: TestRooms['one'] = async (action, input, actor) => (await run(action, [input], actor))[0];
  const ask: TestRooms['ask'] = (query, input, actor) => askQuery(known(catalogue.queries, query), input, actor);
  return {
    run,
    one,
    ask,
    entries,
    touched,
    settled,
    refused: async (how, name, input, actor) => {
      try {
        await (how === 'run' ? one : ask)(name, input, actor);
        return [];
      } catch (error) {
        if (error instanceof Refused) return error.refusals.map(({ code }) => code);
        throw error;
      }
    },
  };
}

/** Somebody signed in with both factors who holds one role, over everything or over one unit. */
export function actorOf(
  org: string,
  role: Role,
  { unit = null, person = null }: { readonly unit?: string | null; readonly person?: string | null } = {},
): Actor {
  return {
    ...nobody(org),
    account: `${role}-${unit ?? 'all'}`,
    person,
    grants: [{ role, unit, subtree: new Set(unit === null ? [] : [unit]) }],
    via: 'session',
    secondFactor: true,
    session: 'session',
  };
}
