import type { Day, Instant } from '@sallyport/core/calendar';
import type { Room } from '../../platform/actions/implement.ts';
import { machine } from '../../platform/actions/machine.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import { endLeavers } from './contract.ts';
import { implementLeaving, type LeavingParts } from './leaving.ts';
import { implementLeavingQueries, type RuleTitle } from './leaving-shown.ts';
import { implementMerge, type MergeParts } from './merge.ts';
import { implementShow } from './show.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { peopleTables } from './columns.ts';
export { handedAfter } from './leaving-store.ts';
export { keptInstead, mergedInto } from './merge-store.ts';

export { linesOf } from './sheet/sheet.ts';

export type PeopleParts = MergeParts &
  LeavingParts & {
    readonly dayOf: (instant: Instant) => Day;
    /** What a rule asks for, in words. */
    readonly ruleTitle: RuleTitle;
  };

export type People = Room & {
  readonly jobs: (
    run: (name: string, inputs: readonly unknown[], actor: ReturnType<typeof machine>) => Promise<unknown>,
  ) => JobDefinition[];
};

/** What is done with somebody's whole entry in the register: two made one and taken apart again, and somebody leaves. */
export function peopleRoom({ dayOf, ruleTitle, ...parts }: PeopleParts): People {
  return {
    actions: [...implementMerge(parts), ...implementLeaving(parts)],
    queries: [...implementShow(dayOf), ...implementLeavingQueries(ruleTitle)],
    words: { zh, en },
    jobs: (run) => [
      {
        name: 'people.leavers',
        schedule: '5 * * * *',
        async run(org) {
          const [done] = (await run(endLeavers.name, [{}], machine(org))) as { readonly failed: readonly string[] }[];
          // What was done is done; the job fails so that somebody sees that not all of it was.
          if (done !== undefined && done.failed.length > 0)
            throw new Error(`leavings that could not be ended: ${done.failed.join()}`);
        },
      },
    ],
  };
}
