import type { Transaction } from '../../../platform/database/transaction.ts';

type Lesson = { readonly person: string; readonly hash: string; readonly lesson: string; readonly day: string };

/** The first time counts; opened again it stays as it is. */
export const openLesson = (tx: Transaction, { person, hash, lesson, day }: Lesson): Promise<number> =>
  tx.count(
    'INSERT INTO course_reading (org_id, person, hash, lesson, opened_on) VALUES ($1, $2, $3, $4, $5::date) ON CONFLICT DO NOTHING',
    [tx.org, person, hash, lesson, day],
  );

/** How many rows there are of it: none where it was never opened. */
export const acknowledgeLesson = (tx: Transaction, { person, hash, lesson, day }: Lesson): Promise<number> =>
  tx.count(
    `UPDATE course_reading SET acknowledged_on = coalesce(acknowledged_on, $5::date)
     WHERE org_id = $1 AND person = $2 AND hash = $3 AND lesson = $4`,
    [tx.org, person, hash, lesson, day],
  );

export type Reading = {
  readonly hash: string;
  readonly lesson: string;
  readonly opened: string;
  readonly acknowledged: string | null;
};

export const readingsOf = (tx: Transaction, person: string, hashes: readonly string[]): Promise<Reading[]> =>
  tx.rows(
    `SELECT hash, lesson, opened_on AS opened, acknowledged_on AS acknowledged FROM course_reading
     WHERE org_id = $1 AND person = $2 AND hash = ANY ($3::text[])`,
    [tx.org, person, hashes],
  );
