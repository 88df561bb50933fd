import type { Transaction } from '../database/transaction.ts';
import { deadLetters, jobSchema } from './install.ts';

/** A queue as one organisation sees it: its own jobs alone, and of those no payload. */
export type QueueCounts = {
  readonly queue: string;
  /** In the seat's zone; null where the job is only sent. */
  readonly schedule: string | null;
  readonly waiting: number;
  readonly running: number;
  /** Failed and waiting for the next attempt. */
  readonly retrying: number;
  readonly nextAttemptAt: Date | null;
  readonly lastDoneAt: Date | null;
  readonly dead: number;
};

/** The queue's tables know no row-level security: here every statement asks for the organisation itself. */
const own = `data ->> 'org' = $1`;

/**
 * A scheduled run that failed before it became one job for each organisation belongs to all of them: it holds nothing of anybody, and
 * nobody else would see that it was given up. Whoever tries it again does so for their own organisation; its schedule brings the others.
 */
const ownOrNobodys = `(${own} OR data ->> 'org' IS NULL)`;

export const queueCounts = (tx: Transaction): Promise<QueueCounts[]> =>
  tx.rows(
    `SELECT queue.name AS queue, schedule.cron AS schedule, coalesce(live.waiting, 0) AS waiting, coalesce(live.running, 0) AS running,
       coalesce(live.retrying, 0) AS retrying, live.next AS "nextAttemptAt", live.done AS "lastDoneAt", coalesce(buried.dead, 0) AS dead
     FROM ${jobSchema}.queue AS queue
     LEFT JOIN ${jobSchema}.schedule AS schedule ON schedule.name = queue.name
     LEFT JOIN (SELECT name, count(*) FILTER (WHERE state = 'created') AS waiting, count(*) FILTER (WHERE state = 'active') AS running,
         count(*) FILTER (WHERE state = 'retry') AS retrying, min(start_after) FILTER (WHERE state = 'retry') AS next,
         max(completed_on) FILTER (WHERE state = 'completed') AS done
       FROM ${jobSchema}.job WHERE ${own} GROUP BY name) AS live ON live.name = queue.name
     LEFT JOIN (SELECT source_name, count(*) AS dead FROM ${jobSchema}.job WHERE name = '${deadLetters}' AND ${ownOrNobodys}
       GROUP BY source_name) AS buried ON buried.source_name = queue.name
     WHERE queue.name <> '${deadLetters}' AND queue.name LIKE '%.%' ORDER BY queue.name`,
    [tx.org],
  );

export type DeadJob = {
  readonly id: string;
  readonly queue: string;
  readonly failedAt: Date;
  readonly attempts: number;
  /** The code that `jobs.ts` fails a job with. */
  readonly why: string | null;
};

/** Newest first; one more than asked for. */
export const deadJobs = (
  tx: Transaction,
  after: { readonly at: Date; readonly id: string } | null,
  limit: number,
): Promise<DeadJob[]> =>
  tx.rows(
    `SELECT id::text AS id, source_name AS queue, date_trunc('milliseconds', created_on) AS "failedAt", source_retry_count + 1 AS attempts,
       source_output ->> 'message' AS why
     FROM ${jobSchema}.job WHERE name = '${deadLetters}' AND ${ownOrNobodys} AND source_name IS NOT NULL
       AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', created_on), id::text) < ($2, $3::text))
     ORDER BY date_trunc('milliseconds', created_on) DESC, id::text DESC LIMIT $4::int`,
    [tx.org, after?.at ?? null, after?.id ?? '', limit + 1],
  );

export type TakenJob = { readonly queue: string; readonly payload: Readonly<Record<string, string | number>> };

/** Takes dead jobs out, to be sent again in the same transaction; of two who take one at once, the second gets nothing. */
export const takeDead = (tx: Transaction, id: string | null, limit: number): Promise<TakenJob[]> =>
  tx.rows(
    `WITH chosen AS (
       SELECT id FROM ${jobSchema}.job WHERE name = '${deadLetters}' AND ${ownOrNobodys} AND source_name IS NOT NULL
         AND ($2::text IS NULL OR id::text = $2) ORDER BY created_on, id LIMIT $3::int FOR UPDATE SKIP LOCKED)
     DELETE FROM ${jobSchema}.job AS job USING chosen WHERE job.name = '${deadLetters}' AND job.id = chosen.id
     RETURNING job.source_name AS queue, job.data -> 'payload' AS payload`,
    [tx.org, id, limit],
  );

/** Jobs of the whole installation by queue and state: figures that belong to nobody. */
export const jobsInAll = (
  tx: Transaction,
): Promise<
  { readonly queue: string; readonly state: 'waiting' | 'running' | 'retrying' | 'dead'; readonly jobs: number }[]
> =>
  tx.rows(
    `SELECT coalesce(source_name, name) AS queue, CASE WHEN name = '${deadLetters}' THEN 'dead' WHEN state = 'active' THEN 'running'
       WHEN state = 'retry' THEN 'retrying' ELSE 'waiting' END AS state, count(*) AS jobs
     FROM ${jobSchema}.job WHERE state IN ('created', 'retry', 'active') GROUP BY 1, 2`,
  );
