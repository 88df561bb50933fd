import { nobody } from '../../platform/actions/actor.ts';
import { type ImplementedAction, implementAction } from '../../platform/actions/implement.ts';
import type { RunAction } from '../../platform/actions/runner.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import { tellConcerned, tidy } from './contract.ts';
import { networkContextFor } from './limits.ts';
import { dateOf, later } from './moments.ts';
import type { IdentityParts } from './parts.ts';
import { tell, untold } from './store/break-glass.ts';
import { emptyNetworkContext, removeOver, removeShortLived } from './store/tidy.ts';
import { quietAfter } from './throttle.ts';

export function implementJobs({ concerned }: Pick<IdentityParts, 'concerned'>): ImplementedAction[] {
  return [
    implementAction(tidy, {
      async handle({ tx, now }) {
        const emptied = await emptyNetworkContext(tx, later(now, -networkContextFor));
        const removed = await removeOver(tx, later(now, -networkContextFor));
        await removeShortLived(tx, later(now, -quietAfter));
        return { output: { emptied, removed }, entry: { subject: null, fields: { emptied, removed } } };
      },
    }),
    implementAction(tellConcerned, {
      async handle({ tx, now }) {
        const over = await untold(tx, dateOf(now));
        let told = 0;
        for (const { act, account, fromAt, untilAt } of over) {
          const persons = await concerned(tx, account, fromAt, untilAt);
          told += await tell(tx, act, persons, dateOf(now));
        }
        const acts = over.map(({ act }) => act);
        return { output: { acts: acts.length, told }, entry: { subject: null, fields: { acts, told } } };
      },
    }),
  ];
}

/** Both run as the machine and through the runner, like everything that changes something. */
export const jobsOf = (actions: readonly ImplementedAction[], run: RunAction): JobDefinition[] =>
  actions.map((action) => ({
    name: action.contract.name,
    schedule: '23 3 * * *',
    run: async (org) => void (await run(action, [{}], { ...nobody(org), via: 'machine' })),
  }));
