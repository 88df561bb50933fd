import { endOfDay, formatDay, parseDay } from '@sallyport/core/calendar';
import { closeDay, type DayClosed, markLength, sameBytes } from '@sallyport/core/journal';
import type { Transaction } from '../../platform/database/transaction.ts';
import { changesMissing, type DutyKey, dutiesBesideChanges, secretsOfDays } from './check-days-store.ts';
import { type ClosedRow, changedSince, rowsOfDay, sha } from './closed-rows.ts';

/** What of the duties is not what the journal says it was. */
export type DayFinding = {
  readonly code: 'day-differs' | 'day-secret-gone' | 'day-row-differs' | 'duty-differs' | 'duty-change-gone';
  readonly day: string | null;
  readonly row: DutyKey | null;
};

const mostFindings = 100;

/**
 * Computes the root of every closed day anew from the changes of duties and holds it against what the journal says; and the duties as they
 * stand against their changes. A day's root alone names the day: which row it was is told by what was kept of its leaf, by the numbers of a
 * duty's changes, or by the duty itself.
 */
export async function checkDays(
  tx: Transaction,
  closings: readonly DayClosed[],
  offset: number,
): Promise<DayFinding[]> {
  const findings: DayFinding[] = [];
  const about = (code: DayFinding['code'], rows: readonly DutyKey[]): void =>
    void findings.push(...rows.map((row) => ({ code, day: null, row })));
  about('duty-change-gone', await changesMissing(tx, mostFindings));
  about('duty-differs', await dutiesBesideChanges(tx, mostFindings));

  const secrets = await secretsOfDays(tx);
  const named = new Set<string>();
  for (const closing of closings.toSorted((one, two) => one.day - two.day)) {
    const day = formatDay(closing.day);
    const at = secrets.findIndex((one) => one.day === day);
    const kept = secrets[at];
    if (kept === undefined) {
      findings.push({ code: 'day-secret-gone', day, row: null });
      continue;
    }
    const rows = await rowsOfDay(tx, closing.day, offset);
    const { root } = closeDay(sha, closing.day, rows, kept.secret).closed;
    if (sameBytes(root, closing.root)) continue;
    findings.push({ code: 'day-differs', day, row: null });
    const before = parseDay(secrets[at - 1]?.day ?? '');
    for (const row of unmarked(rows, before === null ? Number.NEGATIVE_INFINITY : endOfDay(before, offset), kept)) {
      const key = JSON.stringify([row.rule, row.subject, row.period]);
      if (named.has(key)) continue;
      named.add(key);
      findings.push({ code: 'day-row-differs', day, row });
    }
    if (findings.length >= mostFindings) break;
  }
  return findings.slice(0, mostFindings);
}

/** Rows that say they were recorded on this day, and are not what was recorded. */
function unmarked(
  rows: readonly ClosedRow[],
  since: number,
  { secret, marks }: { readonly secret: Uint8Array; readonly marks: Uint8Array | null },
): readonly ClosedRow[] {
  if (marks === null) return [];
  const hex = (bytes: Uint8Array, n: number): string =>
    Buffer.from(bytes.subarray(n * markLength, (n + 1) * markLength)).toString('hex');
  const known = new Set(Array.from({ length: marks.length / markLength }, (_, n) => hex(marks, n)));
  const { changed, marks: anew } = changedSince(rows, since, secret);
  return changed.filter((_, n) => !known.has(hex(anew, n)));
}
