import type { JobDefinition } from '../../platform/jobs/definition.ts';
import type { Asked, Witness } from './collect.ts';
import type { Journal } from './index.ts';
import { installationLog } from './log.ts';

type Parts = {
  readonly journal: Pick<Journal, 'collect' | 'forgetContexts'>;
  readonly witnesses: readonly Witness[];
  /** Whether the installation's own log goes along with this organisation's jobs: a scheduled job runs once for each. */
  readonly isFirst: (org: string) => Promise<boolean>;
  readonly tell: (asked: Asked) => void;
};

export function journalJobs({ journal, witnesses, isFirst, tell }: Parts): JobDefinition[] {
  return [
    {
      name: 'journal.cosign',
      schedule: '* * * * *',
      run: async (org) => {
        if (witnesses.length === 0) return;
        const asked: Asked[] = [];
        for (const log of (await isFirst(org)) ? [installationLog, org] : [org])
          asked.push(...(await journal.collect(log, witnesses)));
        for (const one of asked) if (one.came !== 'cosigned') tell(one);
        // Left among the failed jobs, where somebody looks: it is no fault of the line.
        if (asked.some(({ came }) => came === 'contradicted')) throw new Error('a witness has seen another log');
      },
    },
    {
      name: 'journal.forget-contexts',
      schedule: '50 2 * * *',
      run: async (org) => void (await journal.forgetContexts(org)),
    },
  ];
}
