import { defineAction, defineQuery, pageInput, pageOf } from '@sallyport/core/contract';
import { z } from 'zod';

/** Names, figures and codes: an administrator keeps the work of the program going and sees nothing of what it is about. */
const administering = { admits: { administrator: 'grant' } } as const;

const said = z.strictObject({ zh: z.string(), en: z.string() });
const moment = z.iso.datetime().nullable();

export const queues = defineQuery({
  ...administering,
  name: 'jobs.queues',
  summary: { zh: '查看后台任务', en: 'Background jobs by queue' },
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        queue: z.string(),
        /** What its work is. */
        title: said,
        /** A cron expression in the seat's zone; null: only sent. */
        schedule: z.string().nullable(),
        waiting: z.int(),
        running: z.int(),
        retrying: z.int(),
        nextAttemptAt: moment,
        lastDoneAt: moment,
        dead: z.int(),
      }),
    ),
  }),
});

export const deadLetters = defineQuery({
  ...administering,
  name: 'jobs.dead',
  summary: { zh: '查看多次失败的任务', en: 'Jobs that failed for good' },
  input: z.strictObject({ ...pageInput }),
  output: pageOf(
    z.strictObject({
      job: z.uuid(),
      queue: z.string(),
      title: said,
      failedAt: z.iso.datetime(),
      attempts: z.int(),
      /** The code or the kind of the error, never its message. */
      why: z.string().nullable(),
    }),
  ),
  errors: { 'jobs.bad-cursor': 400 },
});

export const retryJobs = defineAction({
  ...administering,
  name: 'jobs.retry',
  summary: { zh: '重新执行失败的任务', en: 'Try failed jobs again' },
  /** Null: all, at most 500 at once. */
  input: z.strictObject({ job: z.uuid().nullable() }),
  output: z.strictObject({ retried: z.int() }),
});
