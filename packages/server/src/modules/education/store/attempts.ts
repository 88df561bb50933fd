import type { Answers } from '@sallyport/core/courses';
import type { Transaction } from '../../../platform/database/transaction.ts';

export type Stored = {
  readonly id: string;
  readonly person: string;
  readonly course: string;
  readonly hash: string;
  readonly seed: string;
  readonly begunAt: Date;
  /** Null where they are no longer kept. */
  readonly answers: Answers | null;
  readonly submittedAt: Date | null;
  readonly passed: boolean;
};

const columns = 'id, person, course, hash, seed, begun_at AS "begunAt", answers, submitted_at AS "submittedAt", passed';

/** False where another of the same person is under way. */
export const insertAttempt = async (
  tx: Transaction,
  one: Pick<Stored, 'id' | 'person' | 'course' | 'hash' | 'seed' | 'begunAt'>,
): Promise<boolean> =>
  (await tx.count(
    `INSERT INTO course_attempt (org_id, id, person, course, hash, seed, begun_at, answers)
     VALUES ($1, $2, $3, $4, $5, $6, $7, '{}') ON CONFLICT DO NOTHING`,
    [tx.org, one.id, one.person, one.course, one.hash, one.seed, one.begunAt],
  )) === 1;

/** Oldest first. */
export const attemptsOf = (tx: Transaction, person: string): Promise<Stored[]> =>
  tx.rows(`SELECT ${columns} FROM course_attempt WHERE org_id = $1 AND person = $2 ORDER BY begun_at, id`, [
    tx.org,
    person,
  ]);

/** An attempt of that person; of another's there is none. */
export const attemptOf = (tx: Transaction, person: string, id: string): Promise<Stored | null> =>
  tx.row(`SELECT ${columns} FROM course_attempt WHERE org_id = $1 AND id = $2 AND person = $3`, [tx.org, id, person]);

/** The same, held until the transaction ends: an attempt is submitted once. */
export const lockAttempt = (tx: Transaction, person: string, id: string): Promise<Stored | null> =>
  tx.row(`SELECT ${columns} FROM course_attempt WHERE org_id = $1 AND id = $2 AND person = $3 FOR UPDATE`, [
    tx.org,
    id,
    person,
  ]);

export const setAnswers = (tx: Transaction, id: string, answers: Answers): Promise<number> =>
  tx.count('UPDATE course_attempt SET answers = $3 WHERE org_id = $1 AND id = $2', [
    tx.org,
    id,
    JSON.stringify(answers),
  ]);

export const setSubmitted = (
  tx: Transaction,
  id: string,
  { answers, at, passed }: { readonly answers: Answers; readonly at: Date; readonly passed: boolean },
): Promise<number> =>
  tx.count('UPDATE course_attempt SET answers = $3, submitted_at = $4, passed = $5 WHERE org_id = $1 AND id = $2', [
    tx.org,
    id,
    JSON.stringify(answers),
    at,
    passed,
  ]);

export const insertReopening = (
  tx: Transaction,
  one: {
    readonly id: string;
    readonly person: string;
    readonly course: string;
    readonly at: Date;
    readonly account: string | null;
  },
): Promise<number> =>
  tx.count(
    'INSERT INTO course_reopening (org_id, id, person, course, opened_at, account) VALUES ($1, $2, $3, $4, $5, $6)',
    [tx.org, one.id, one.person, one.course, one.at, one.account],
  );

export const reopeningsOf = (
  tx: Transaction,
  person: string,
): Promise<{ readonly course: string; readonly at: Date }[]> =>
  tx.rows(
    'SELECT course, max(opened_at) AS at FROM course_reopening WHERE org_id = $1 AND person = $2 GROUP BY course',
    [tx.org, person],
  );
