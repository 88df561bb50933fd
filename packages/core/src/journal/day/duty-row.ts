import { digestOfEach } from '../bytes/messages.ts';
import { JournalError } from '../journal-error.ts';
import { byUnit, canonicalJson } from '../json.ts';
import { hashAt, type Sha256 } from '../sha256.ts';

/** A duty as it stood at the end of a day. Only its place and status are bound: the values it rests on may be erased one day. */
export type DutyRow = {
  readonly rule: string;
  readonly subject: string;
  /** First day of the period, or null for a duty without one. */
  readonly period: string | null;
  readonly status: string;
  readonly due: string | null;
};

export type DutyKey = Pick<DutyRow, 'rule' | 'subject' | 'period'>;

/** By rule, subject, period, each by UTF-16 unit; no period comes first. */
export const byKey = (a: DutyKey, b: DutyKey): number =>
  byUnit(a.rule, b.rule) || byUnit(a.subject, b.subject) || byUnit(a.period ?? '', b.period ?? '');

/**
 * A row's leaf, under a salt derived from the day's secret: a proof for one row shows hashes of its neighbours, and few statuses are
 * quickly tried. The secret never leaves the house; a row's salt goes with its proof.
 */
export function rowSalts(sha: Sha256, secret: Uint8Array, rows: Iterable<DutyKey>): Uint8Array {
  if (secret.length !== 32) throw new JournalError('salt-length');
  return digestOfEach(sha, rows, (message, { rule, subject, period }) =>
    message.raw(secret).text(canonicalJson([rule, subject, period])),
  );
}

/** What the Merkle leaf is the hash of: salt ‖ RFC 8785 JSON of the row. */
export const rowLeaves = (sha: Sha256, rows: readonly DutyRow[], salts: Uint8Array): Uint8Array =>
  digestOfEach(sha, rows.entries(), (message, [n, { rule, subject, period, status, due }]) =>
    message.byte(0).raw(hashAt(salts, n)).text(canonicalJson({ rule, subject, period, status, due })),
  );

/** How much of a leaf is kept beside a closed day, to name the row that reads otherwise afterwards. */
export const markLength = 8;

export function rowMarks(sha: Sha256, secret: Uint8Array, rows: readonly DutyRow[]): Uint8Array {
  const leaves = rowLeaves(sha, rows, rowSalts(sha, secret, rows));
  const marks = new Uint8Array(rows.length * markLength);
  for (let n = 0; n < rows.length; n++) marks.set(hashAt(leaves, n).subarray(0, markLength), n * markLength);
  return marks;
}
