import { formatDay } from '@sallyport/core/calendar';
import type { ImplementedAction } from '../../platform/actions/implement.ts';
import { machine } from '../../platform/actions/machine.ts';
import type { ClockPort, JobsPort } from '../../platform/actions/ports.ts';
import type { RunAction } from '../../platform/actions/runner.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import { dutiesUnder } from '../duties/index.ts';
import type { Choice } from './choice.ts';
import { dayFor, urgentWithin } from './digest.ts';
import { type Reader, readersAfter } from './digest-store.ts';
import { sendMail } from './post.ts';
import { release } from './store.ts';
import { untoldOf } from './told-store.ts';
import { wakes } from './wakes.ts';

/** Readers, or letters, of one transaction. */
const atOnce = 500;

/** Every zone's clocks show a quarter of an hour when those of another do. */
const everyQuarter = '*/15 * * * *';

type Parts = {
  readonly database: Database;
  readonly clock: ClockPort;
  readonly dayOf: (instant: number) => number;
  readonly jobs: JobsPort;
  readonly usual: Choice;
  readonly digests: ImplementedAction;
};

/** Sends what the quiet hours kept, and has those written to whose morning it is. */
export function rounds(run: RunAction, { database, clock, dayOf, jobs, usual, digests }: Parts): JobDefinition[] {
  const rules = wakes.map(({ rule }) => rule);
  const lawful = (org: string): Promise<string[]> =>
    database.inOrganisation(org, async (tx) => {
      const due = await dutiesUnder(tx, rules, formatDay(dayOf(clock.now()) + urgentWithin));
      return due.length === 0 ? [] : untoldOf(tx, due, atOnce);
    });
  const write = (org: string, accounts: readonly string[], why: 'morning' | 'law') =>
    run(digests, [{ accounts, why }], machine(org));
  return [
    {
      name: 'notices.release',
      schedule: everyQuarter,
      run: async (org) => {
        let released: readonly string[];
        do {
          released = await database.inOrganisation(org, async (tx) => {
            const letters = await release(tx, new Date(clock.now() / 1000), atOnce);
            for (const letter of letters) await jobs.send(tx, sendMail, { letter });
            return letters;
          });
        } while (released.length === atOnce);
      },
    },
    {
      name: 'notices.digest',
      schedule: everyQuarter,
      run: async (org) => {
        const woken = await lawful(org);
        if (woken.length > 0) await write(org, woken, 'law');
        let after: string | null = null;
        do {
          const from: string | null = after;
          const found: Reader[] = await database.inOrganisation(org, (tx) => readersAfter(tx, from, atOnce));
          const page = found.slice(0, atOnce);
          const now = clock.now();
          const due = page.filter((reader) => dayFor(reader, usual, now) !== null).map(({ account }) => account);
          if (due.length > 0) await write(org, due, 'morning');
          after = found.length > atOnce ? (page.at(-1)?.account ?? null) : null;
        } while (after !== null);
      },
    },
  ];
}
