import { type Day, formatDay, parseDay } from '../../calendar/index.ts';
import { base64, fromBase64 } from '../bytes/base64.ts';
import { copyOf, isSize } from '../bytes/bytes.ts';
import type { Entry } from '../entry/entry.ts';
import { JournalError } from '../journal-error.ts';
import { hashAt, hashLength, type Sha256 } from '../sha256.ts';
import { MemoryTree } from '../tree/memory-tree.ts';
import { byKey, type DutyRow, rowLeaves, rowSalts } from './duty-row.ts';

/** What a day's closing entry says in the open: leaving out a duty, or changing a denominator afterwards, changes it. */
export type DayClosed = {
  readonly day: Day;
  readonly rows: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly root: Uint8Array;
};

/** A closed day with what is needed to prove its rows. */
export type ClosedDay = { readonly closed: DayClosed; readonly proofOf: (row: number) => RowProof };

/** A row with its place in the day's tree. */
export type RowProof = {
  readonly row: DutyRow;
  readonly salt: Uint8Array;
  readonly index: number;
  readonly proof: readonly Uint8Array[];
};

/** `rows` in the order of `byKey`, each key once; `secret` is 32 random bytes of this day. */
export function closeDay(sha: Sha256, day: Day, rows: readonly DutyRow[], secret: Uint8Array): ClosedDay {
  const counts: Record<string, number> = {};
  for (const [n, row] of rows.entries()) {
    const before = rows[n - 1];
    if (before !== undefined && byKey(before, row) >= 0) throw new JournalError('duplicate-row');
    counts[row.status] = (counts[row.status] ?? 0) + 1;
  }
  const salts = rowSalts(sha, secret, rows);
  const tree = new MemoryTree(sha, rowLeaves(sha, rows, salts));
  return {
    closed: { day, rows: rows.length, counts, root: tree.root() },
    proofOf: (index) => {
      const row = rows[index];
      if (row === undefined) throw new JournalError('out-of-range');
      return { row, salt: copyOf(hashAt(salts, index)), index, proof: tree.inclusion(index) };
    },
  };
}

export const dayClosedEntry = ({ day, rows, counts, root }: DayClosed, rest: Pick<Entry, 'id' | 'at'>): Entry => ({
  ...rest,
  action: 'day.closed',
  actor: null,
  refs: {},
  fields: {},
  open: { day: formatDay(day), rows, counts, root: base64(root) },
});

/** What a closing entry says, or null: also where its counts do not add up to its rows. */
export function readDayClosed({ action, open }: Entry): DayClosed | null {
  if (action !== 'day.closed' || open === null) return null;
  const { day: text, rows, counts: written, root: encoded } = open;
  const day = typeof text === 'string' ? parseDay(text) : null;
  const root = typeof encoded === 'string' ? fromBase64(encoded) : null;
  if (day === null || root?.length !== hashLength || typeof rows !== 'number' || !isSize(rows)) return null;
  const all = Object.entries(written ?? {});
  const counts = all.filter((one): one is [string, number] => isCount(one[1]));
  const sum = counts.reduce((total, [, count]) => total + count, 0);
  return sum === rows && counts.length === all.length ? { day, rows, counts: Object.fromEntries(counts), root } : null;
}

const isCount = (value: unknown): boolean => typeof value === 'number' && isSize(value);
