import type { Day, Instant } from '@sallyport/core/calendar';
import type { Room } from '../../platform/actions/implement.ts';
import { machine } from '../../platform/actions/machine.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import { endLeavers } from './contract.ts';
import { implementLeaving, leavingQuery } from './leaving.ts';
import { implementMerge } from './merge.ts';
import { implementShow } from './show.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { peopleTables } from './columns.ts';
export { mergedInto } from './merge-store.ts';

export type PeopleParts = {
  readonly ids: { readonly uuid: () => string };
  readonly dayOf: (instant: Instant) => Day;
};

export type People = Room & {
  readonly jobs: (
    run: (name: string, inputs: readonly unknown[], actor: ReturnType<typeof machine>) => Promise<unknown>,
  ) => JobDefinition[];
};

/** What is done with somebody's whole entry in the register: two made one and taken apart again, and somebody leaves. */
export function peopleRoom({ ids, dayOf }: PeopleParts): People {
  return {
    actions: [...implementMerge(ids), ...implementLeaving(ids)],
    queries: [...implementShow(dayOf), leavingQuery],
    words: { zh, en },
    jobs: (run) => [
      {
        name: 'people.leavers',
        schedule: '5 * * * *',
        run: async (org) => void (await run(endLeavers.name, [{}], machine(org))),
      },
    ],
  };
}
