import { hash } from 'node:crypto';
import { type Day, endOfDay, formatDay, formatInstant } from '@sallyport/core/calendar';
import { type DutyRow, rowMarks, sha256From } from '@sallyport/core/journal';
import type { Transaction } from '../../platform/database/transaction.ts';
import { type KnownRow, knownRows } from './as-of-store.ts';
import { periodOf, statusOf } from './duty-row.ts';

export const sha = sha256From((message) => new Uint8Array(hash('sha256', message, 'buffer')));

/** Days since 1970 stay below this, microseconds of any day we count do not: a rule that is in no pack any more need not be asked. */
const mostDays = 10_000_000;

const dueText = (due: number | null): string | null =>
  due === null ? null : Math.abs(due) < mostDays ? formatDay(due) : formatInstant(due);

export type ClosedRow = DutyRow & { readonly recordedAt: number };

/** Every duty as it was known at the end of a day, in the order of the day's tree; nothing but the changes on record is asked. */
export async function rowsOfDay(tx: Transaction, day: Day, offset: number): Promise<ClosedRow[]> {
  const rows = await knownRows(tx, null, endOfDay(day, offset));
  return rows.map(({ rule, subject, period, status, due, recorded_at }: KnownRow) => ({
    rule,
    subject,
    period: periodOf(period),
    status: statusOf(status),
    due: dueText(due),
    recordedAt: recorded_at,
  }));
}

/** Of rows recorded after a moment: what of their leaves is kept beside the day's secret. */
export function changedSince(rows: readonly ClosedRow[], since: number, secret: Uint8Array) {
  const changed = rows.filter(({ recordedAt }) => recordedAt > since);
  return { changed, marks: rowMarks(sha, secret, changed) };
}
