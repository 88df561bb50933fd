import type { ImplementedAction, ImplementedQuery, Room } from '../actions/implement.ts';

/** All actions and queries of the program by name. */
export type Catalogue = {
  readonly actions: ReadonlyMap<string, ImplementedAction>;
  readonly queries: ReadonlyMap<string, ImplementedQuery>;
};

export function catalogueOf(rooms: readonly Room[]): Catalogue {
  const actions = rooms.flatMap((room) => room.actions);
  const queries = rooms.flatMap((room) => room.queries);
  const names = [...actions, ...queries].map(({ contract }) => contract.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`${twice} is defined twice`);
  return {
    actions: new Map(actions.map((action) => [action.contract.name, action])),
    queries: new Map(queries.map((query) => [query.contract.name, query])),
  };
}
