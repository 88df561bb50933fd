import { formatDay } from '@sallyport/core/calendar';
import { implementAction, type Room } from '../../platform/actions/implement.ts';
import { machine } from '../../platform/actions/machine.ts';
import type { RunAction } from '../../platform/actions/runner.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import type { PostPort } from '../../platform/mail/post-port.ts';
import type { RoomActs } from '../identity/index.ts';
import { createAdvisoryActs } from './acts.ts';
import { type TellParts, tellOfChange } from './concern.ts';
import { tellLapsed } from './contract.ts';
import { implementOfTrip, type OfTripParts } from './of-trip.ts';
import { implementProposing } from './propose.ts';
import { implementLists } from './shown.ts';
import * as store from './store.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { advisoryTables } from './columns.ts';
export { advisedOn, realign } from './concern.ts';
export { noticesOfPerson } from './rows-of-person.ts';

export type Advisories = {
  readonly room: Room;
  /** What two persons do about the list, for the room of accounts. */
  readonly acts: RoomActs;
  readonly jobs: (run: RunAction) => JobDefinition[];
};

/** The destination list (docs/decisions/0088): the only thing that places are compared through. */
export function createAdvisories(
  parts: Omit<TellParts, 'post'> & OfTripParts & { readonly post: PostPort },
): Advisories {
  const acts = createAdvisoryActs(parts);
  const ofTrip = implementOfTrip(parts);
  const lapse = implementAction(tellLapsed, {
    async handle(context) {
      const lapsed = await store.lapsedBefore(context.tx, formatDay(context.today));
      for (const one of lapsed) await tellOfChange(context, parts, one, 'lapsed');
      const ids = lapsed.map(({ id }) => id);
      await store.setLapseTold(context.tx, ids);
      return { output: { lapsed: ids.length }, entry: { subject: null, fields: { lapsed: ids } } };
    },
  });
  return {
    acts,
    room: {
      actions: [...implementProposing({ ...parts, acts }), ...ofTrip.actions, lapse],
      queries: [...implementLists(), ...ofTrip.queries],
      words: { zh, en },
    },
    jobs: (run) => [
      {
        name: 'advisories.lapse',
        // In the morning of the seat, before work begins.
        schedule: '10 7 * * *',
        run: async (org) => {
          await run(lapse, [{}], machine(org));
        },
      },
    ],
  };
}
