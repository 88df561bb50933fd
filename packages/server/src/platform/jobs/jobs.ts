import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { JobsPort } from '../actions/ports.ts';
import type { Database } from '../database/database.ts';
import { LostConnection } from '../database/lost-connection.ts';
import type { Connection } from '../database/private-server.ts';
import { shapeOf } from '../log/error-shape.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { JobDefinition, JobPayload } from './definition.ts';
import { jobSchema } from './install.ts';

type Parts = {
  readonly connection: Connection | string;
  readonly database: Database;
  readonly definitions: readonly JobDefinition[];
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'job'>;
  readonly timezone: string;
};

export type Jobs = JobsPort & {
  /** Begins to work; until then jobs can be sent and wait. */
  start(): Promise<void>;
  /** Lets running jobs end and takes no new ones. */
  stop(): Promise<void>;
};

/** Seconds. */
const usualExpiry = 900;

type Carried = { readonly org: string | null; readonly payload: JobPayload };

/** The database's own queue: a job is there exactly when the change that sent it is. */
export async function createJobs(parts: Parts): Promise<Jobs> {
  const { connection, database, definitions, log, metrics } = parts;
  const boss = new PgBoss({
    ...(typeof connection === 'string' ? { connectionString: connection } : connection),
    schema: jobSchema,
    migrate: false,
    createSchema: false,
    max: 4,
  });
  let stopping = false;
  // Stopped in the middle of asking for work: its connections end with the database, which is no fault.
  boss.on('error', (error) => {
    if (!stopping || !LostConnection.is(error)) log.error('jobs.fault', error);
  });
  await boss.start();

  // Of each job, and not only of the scheduled run that becomes one for each organisation: a backup may take its two hours.
  const expiry = new Map(definitions.map(({ name, expires = usualExpiry }) => [name as string, expires]));
  const optionsOf = (name: string) => ({ expireInSeconds: expiry.get(name) ?? usualExpiry });

  const work = async ({ org, payload }: Carried, { name, run }: JobDefinition): Promise<void> => {
    // A scheduled run carries no organisation: it becomes one job for each.
    if (org !== null) return run(org, payload);
    const tenants = await database.inInstallation((tx) => tx.rows<{ org_id: string }>('SELECT org_id FROM tenant'));
    for (const tenant of tenants) await boss.send(name, { org: tenant.org_id, payload }, optionsOf(name));
  };

  const watched = async (job: JobWithMetadata<Carried>, definition: JobDefinition): Promise<void> => {
    const [queue, started] = [definition.name, performance.now()];
    const seen = (outcome: 'done' | 'retried' | 'dead'): void =>
      metrics.job({ queue, outcome, seconds: (performance.now() - started) / 1000 });
    try {
      await work(job.data, definition);
      seen('done');
    } catch (error) {
      const last = job.retryCount >= job.retryLimit;
      seen(last ? 'dead' : 'retried');
      log.error('jobs.failed', error, { queue, attempt: job.retryCount + 1 });
      // The queue keeps what it is given in its table and in backups: a message may quote somebody's data (DECISIONS 10).
      throw nameless(error);
    }
  };

  return {
    send: async (tx, job, payload) => {
      const executeSql = async (text: string, values: unknown[] = []) => ({
        rows: await tx.once<object>(text, values),
      });
      await boss.send(job, { org: tx.org, payload }, { ...optionsOf(job), db: { executeSql } });
    },
    start: async () => {
      for (const definition of definitions) {
        const { name, schedule } = definition;
        if (schedule !== undefined)
          await boss.schedule(name, schedule, { org: null, payload: {} }, { tz: parts.timezone, ...optionsOf(name) });
        const options = { batchSize: 1, pollingIntervalSeconds: 2, includeMetadata: true } as const;
        await boss.work<Carried, void, typeof options>(name, options, async ([job]: JobWithMetadata<Carried>[]) => {
          if (job !== undefined) await watched(job, definition);
        });
      }
    },
    stop: () => {
      stopping = true;
      return boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

/** What is left of an error for the queue: its code, or its kind. */
function nameless(error: unknown): Error {
  const { code, name } = shapeOf(error);
  const bare = new Error(code ?? name);
  bare.stack = '';
  return bare;
}
