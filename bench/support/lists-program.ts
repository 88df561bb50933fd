import { implementAssignees, implementGroups } from '../../packages/server/src/modules/duties/groups.ts';
import { implementList } from '../../packages/server/src/modules/duties/list.ts';
import type { Actor } from '../../packages/server/src/platform/actions/actor.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { privacyRooms } from '../../tests/people/privacy-rooms.ts';
import { testJournal } from '../../tests/support/journals.ts';
import { shippedEngine } from '../../tests/support/stored-duties.ts';

/** The queries as the program has them: rights checked, each look at somebody recorded, the answer held to its contract. */
export function askerOn(database: Database): (query: string, input: unknown, actor: Actor) => Promise<unknown> {
  const engine = shippedEngine();
  const queries = [implementList(engine), implementGroups(engine), implementAssignees(engine)];
  const duties = { actions: [], queries, words: { zh: {}, en: {} } };
  const rooms = privacyRooms(database, { rooms: [duties, testJournal(database).room] });
  return (query, input, actor) => rooms.ask(query, input, actor);
}
