import type { Place } from '@sallyport/core/access';
import { implementAction, implementQuery, type Room } from '../../platform/actions/implement.ts';
import { refuse } from '../../platform/actions/refusal.ts';
import { deadJobs, queueCounts, takeDead } from '../../platform/jobs/look.ts';
import { deadLetters, queues, retryJobs } from './contract.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { queueTitle } from './queue-title/queue-title.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

/** Of one action; what is left is retried by the next. */
const mostAtOnce = 500;

const wholeOrganisation = async (): Promise<Place> => ({ person: null, unit: null });

/** What the queue of the database is doing for one organisation, and a way to set going again what it gave up. */
export function jobsRoom(): Room {
  return {
    actions: [
      implementAction(retryJobs, {
        place: wholeOrganisation,
        async handle({ tx, send }, { job }) {
          const taken = await takeDead(tx, job, mostAtOnce);
          if (job !== null && taken.length === 0) return refuse('request.not-found');
          for (const { queue, payload } of taken) await send(queue, payload);
          const kinds = [...new Set(taken.map(({ queue }) => queue))].toSorted();
          return {
            output: { retried: taken.length },
            entry: { subject: null, fields: { queues: kinds, retried: taken.length } },
          };
        },
      }),
    ],
    queries: [
      implementQuery(queues, {
        place: wholeOrganisation,
        async answer({ tx }) {
          const items = (await queueCounts(tx)).map(({ nextAttemptAt, lastDoneAt, ...counts }) => ({
            ...counts,
            title: queueTitle(counts.queue),
            nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
            lastDoneAt: lastDoneAt?.toISOString() ?? null,
          }));
          return { output: { items } };
        },
      }),
      implementQuery(deadLetters, {
        place: wholeOrganisation,
        async answer({ tx }, { cursor, limit }) {
          const found = await deadJobs(tx, cursor === undefined ? null : readCursor(cursor), limit);
          const shown = found.slice(0, limit);
          const last = shown.at(-1);
          return {
            output: {
              items: shown.map(({ id, failedAt, ...job }) => ({
                job: id,
                title: queueTitle(job.queue),
                failedAt: failedAt.toISOString(),
                ...job,
              })),
              next: found.length > limit && last !== undefined ? writeCursor(last) : null,
            },
          };
        },
      }),
    ],
    words: { zh, en },
  };
}
