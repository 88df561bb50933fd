import { describe, expect, it } from 'vitest';
import { sha } from '../../../../../tests/support/node-crypto.ts';
import { parseDay } from '../../calendar/index.ts';
import type { Entry } from '../entry/entry.ts';
import { entryBytes, readEntry } from '../entry/entry-bytes.ts';
import { closeDay, dayClosedEntry, readDayClosed } from './close-day.ts';
import { byKey, type DutyRow } from './duty-row.ts';
import { rowIsIn, rowIsNotIn } from './verify-row.ts';

const statuses = ['pending', 'met', 'overdue'];
const rows = Array.from({ length: 23 }, (_, n): DutyRow => {
  const period = n % 3 === 0 ? null : `202${n % 3}-01-01`;
  return {
    rule: `cn-cel-2023/r${Math.floor(n / 6)}`,
    subject: `s${Math.floor(n / 3)}`,
    period,
    status: statuses[n % 3] ?? '',
    due: null,
  };
}).toSorted(byKey);
const day = parseDay('2026-11-24') ?? 0;
const secret = new Uint8Array(32).fill(5);
const { closed, proofOf } = closeDay(sha, day, rows, secret);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('a closed day', () => {
  it('says how many duties there are of each status', () => {
    expect(closed).toMatchObject({ day, rows: 23, counts: { pending: 8, met: 8, overdue: 7 } });
    expect(closeDay(sha, day, [], secret).closed).toMatchObject({ rows: 0, counts: {} });
  });

  it('proves every row, and no row that reads otherwise', () => {
    for (const [n, row] of rows.entries()) {
      const proof = proofOf(n);
      expect(rowIsIn(sha, closed, proof), String(n)).toBe(true);
      expect(rowIsIn(sha, closed, { ...proof, row: { ...row, status: 'waived' } })).toBe(false);
      expect(rowIsIn(sha, closed, { ...proof, row: { ...row, due: '2026-12-01' } })).toBe(false);
      expect(rowIsIn(sha, closed, { ...proof, index: (n + 1) % 23 })).toBe(false);
      expect(rowIsIn(sha, closed, { ...proof, salt: new Uint8Array(32) })).toBe(false);
      expect(rowIsIn(sha, closed, { ...proof, salt: new Uint8Array(0) })).toBe(false);
    }
    expect(() => proofOf(23)).toThrow('out-of-range');
  });

  it('has another root when a duty is left out, changed or added', () => {
    const root = (list: readonly DutyRow[]): string => hex(closeDay(sha, day, list, secret).closed.root);
    const roots = [
      rows,
      rows.slice(1),
      rows.toSpliced(9, 1),
      rows.map((row, n) => (n === 9 ? { ...row, status: 'void' } : row)),
      [...rows, { rule: 'z', subject: 'z', period: null, status: 'met', due: null }],
    ].map(root);
    expect(new Set(roots).size).toBe(5);
  });

  it('proves that a duty is not there, between its neighbours and at the ends', () => {
    const absent = { rule: rows[9]?.rule ?? '', subject: `${rows[9]?.subject}x`, period: null };
    const at = rows.findIndex((row) => byKey(row, absent) > 0);
    expect(rowIsNotIn(sha, closed, absent, proofOf(at - 1), proofOf(at))).toBe(true);
    expect(rowIsNotIn(sha, closed, { rule: 'a', subject: '', period: null }, null, proofOf(0))).toBe(true);
    expect(rowIsNotIn(sha, closed, { rule: 'z', subject: '', period: null }, proofOf(22), null)).toBe(true);
    const empty = closeDay(sha, day, [], secret).closed;
    expect(rowIsNotIn(sha, empty, absent, null, null)).toBe(true);
  });

  it('does not deny a duty that is there', () => {
    const there = rows[9] ?? absurd();
    expect(rowIsNotIn(sha, closed, there, proofOf(8), proofOf(10))).toBe(false);
    expect(rowIsNotIn(sha, closed, there, proofOf(8), proofOf(9))).toBe(false);
    expect(rowIsNotIn(sha, closed, there, proofOf(9), proofOf(10))).toBe(false);
    expect(rowIsNotIn(sha, closed, there, null, null)).toBe(false);
    expect(rowIsNotIn(sha, closed, there, null, proofOf(10))).toBe(false);
  });

  it('is refused out of order or with one duty twice', () => {
    expect(() => closeDay(sha, day, rows.toReversed(), secret)).toThrow('duplicate-row');
    expect(() => closeDay(sha, day, [...rows.slice(0, 2), ...rows.slice(1)], secret)).toThrow('duplicate-row');
    expect(() => closeDay(sha, day, rows, secret.subarray(1))).toThrow('salt-length');
  });

  it('is an entry, and an entry whose counts do not add up is none', () => {
    const entry: Entry = dayClosedEntry(closed, { id: '01936b2e-7c1d-7a3b-9f00-1234567890ab', at: { instant: 0 } });
    const read = readEntry(entryBytes(entry));
    expect(read === null ? null : readDayClosed(read)).toEqual(closed);
    expect(readDayClosed({ ...entry, open: { ...entry.open, rows: 22 } })).toBeNull();
    expect(readDayClosed({ ...entry, open: { ...entry.open, counts: { met: 24, pending: -1 } } })).toBeNull();
    expect(readDayClosed({ ...entry, action: 'day.opened' })).toBeNull();
  });
});

function absurd(): never {
  throw new Error('no such row');
}
