import { type Actor, nobody } from '../../platform/actions/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JobDefinition } from '../../platform/jobs/definition.ts';
import { logErasures } from './erased.ts';
import type { ErasureLog } from './erasure-log.ts';
import { markLogged, unloggedErasures } from './store/erasures.ts';

/** Runs an action of the program by its name. */
export type RunNamed = (action: string, inputs: readonly unknown[], actor: Actor) => Promise<readonly unknown[]>;

export type PrivacyJobsParts = { readonly database: Database; readonly log: ErasureLog; readonly run: RunNamed };

/** The nightly job and `restore` work as the machine itself. */
const machine = (org: string): Actor => ({ ...nobody(org), via: 'machine' });

/** Of one line each in the log, and of one input of a replay. */
const atOnce = 500;

/** Runs of a night; what is left after so many is left to the next one and shows as missed. */
const mostRuns = 400;

export function privacyJobs(parts: PrivacyJobsParts): JobDefinition[] {
  return [
    {
      name: 'privacy.erase',
      schedule: '40 2 * * *',
      expires: 7200,
      run: async (org) => {
        for (let runs = 0; runs < mostRuns; runs++) {
          const [done] = await parts.run('privacy.eraseDue', [{}], machine(org));
          const { erased, missed } = done as { readonly erased: number; readonly missed: number };
          if (missed === 0 || erased === 0) break;
        }
        await writeLog(parts, org);
      },
    },
    { name: logErasures, run: async (org) => writeLog(parts, org) },
  ];
}

/** Lines are written before their rows are marked: a crash between writes them twice, which a replay does not mind. */
async function writeLog({ database, log }: Pick<PrivacyJobsParts, 'database' | 'log'>, org: string): Promise<void> {
  for (;;) {
    const written = await database.inOrganisation(org, async (tx) => {
      const erasures = await unloggedErasures(tx, atOnce);
      if (erasures.length === 0) return 0;
      await log.append(erasures.map(({ kind, target, erasedOn }) => ({ org, kind, target, on: erasedOn })));
      await markLogged(
        tx,
        erasures.map(({ id }) => id),
      );
      return erasures.length;
    });
    if (written < atOnce) return;
  }
}

/** For `restore`, once the program runs on the restored database: erases again what was erased before. How many facts it erased. */
export async function replayErasureLog({ log, run }: Pick<PrivacyJobsParts, 'log' | 'run'>): Promise<number> {
  const waiting = new Map<string, { kind: string; target: string }[]>();
  let erased = 0;
  const flush = async (org: string): Promise<void> => {
    const [done] = await run('privacy.replayErasures', [{ erased: waiting.get(org) ?? [] }], machine(org));
    erased += (done as { readonly erased: number }).erased;
    waiting.set(org, []);
  };
  for await (const { org, kind, target } of log.read()) {
    const list = waiting.get(org) ?? [];
    waiting.set(org, [...list, { kind, target }]);
    if (list.length + 1 === atOnce) await flush(org);
  }
  for (const [org, list] of waiting) if (list.length > 0) await flush(org);
  return erased;
}
