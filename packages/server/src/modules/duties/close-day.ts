import { type Day, endOfDay, formatDay, type Instant, parseDay } from '@sallyport/core/calendar';
import { base64, closeDay } from '@sallyport/core/journal';
import type { JournalPort } from '../../platform/actions/ports.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { lastClosedBefore } from './check-days-store.ts';
import { claimDay, keepSecret } from './clock-store.ts';
import { changedSince, rowsOfDay, sha } from './closed-rows.ts';
import { keepDayFigures } from './day-figures.ts';

export type CloseParts = {
  readonly offset: number;
  readonly journal: JournalPort;
  /** 32 random bytes. */
  readonly salt: () => Uint8Array;
};

/**
 * Closes a day that is over: a Merkle root over every duty as it stood at its end, with counts, so that leaving a duty out or changing a
 * denominator shows later (DECISIONS 9). What stood then is read from the changes: it is the same however late the day is closed.
 */
export async function closeDayInJournal(tx: Transaction, parts: CloseParts, day: Day, now: Instant): Promise<void> {
  const { offset, journal, salt } = parts;
  if (!(await claimDay(tx, day))) return;
  const secret = salt();
  const all = await rowsOfDay(tx, day, offset);
  const { closed } = closeDay(sha, day, all, secret);
  const before = parseDay((await lastClosedBefore(tx, formatDay(day))) ?? '');
  const since = before === null ? Number.NEGATIVE_INFINITY : endOfDay(before, offset);
  await keepSecret(tx, day, secret, changedSince(all, since, secret).marks);
  await keepDayFigures(tx, day, offset);
  const { rows, counts, root } = closed;
  await journal.append(tx, [
    {
      action: 'day.closed',
      subject: null,
      account: null,
      at: now,
      dayOnly: false,
      fields: {},
      open: { day: formatDay(day), rows, counts, root: base64(root) },
      person: null,
      network: null,
    },
  ]);
}
