import { hash } from 'node:crypto';
import { type Day, endOfDay, formatDay, type Instant } from '@sallyport/core/calendar';
import { base64, closeDay, type DutyRow, sha256From } from '@sallyport/core/journal';
import type { JournalPort } from '../../platform/actions/ports.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { knownRows } from './as-of-store.ts';
import { claimDay, keepSecret } from './clock-store.ts';
import { momentText, periodOf, statusOf } from './duty-row.ts';
import type { Engine } from './engine.ts';

export type CloseParts = {
  readonly engine: Engine;
  readonly offset: number;
  readonly journal: JournalPort;
  /** 32 random bytes. */
  readonly salt: () => Uint8Array;
};

const sha = sha256From((message) => new Uint8Array(hash('sha256', message, 'buffer')));

/**
 * Closes a day that is over: a Merkle root over every duty as it stood at its end, with counts, so that leaving a duty out or changing a
 * denominator shows later (DECISIONS 9). What stood then is read from the changes: it is the same however late the day is closed.
 */
export async function closeDayInJournal(tx: Transaction, parts: CloseParts, day: Day, now: Instant): Promise<void> {
  const { engine, offset, journal, salt } = parts;
  if (!(await claimDay(tx, day))) return;
  const secret = salt();
  const { closed } = closeDay(sha, day, await rowsOfDay(tx, engine, day, offset), secret);
  await keepSecret(tx, day, secret);
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

/** Every duty as it was known at the end of a day, in the order of the tree. */
export async function rowsOfDay(tx: Transaction, engine: Engine, day: Day, offset: number): Promise<DutyRow[]> {
  const rules = [...new Set(engine.law.rules.map(({ id }) => id))];
  const rows = await knownRows(tx, rules, endOfDay(day, offset));
  return rows.flatMap(({ rule: id, subject, period, status, due }) => {
    const rule = engine.rule(id);
    if (rule === undefined) return [];
    return [{ rule: id, subject, period: periodOf(period), status: statusOf(status), due: momentText(rule, due) }];
  });
}
