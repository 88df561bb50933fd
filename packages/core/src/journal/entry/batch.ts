import type { Day } from '../../calendar/index.ts';
import { copyOf } from '../bytes/bytes.ts';
import { JournalError } from '../journal-error.ts';
import { byUnit } from '../json.ts';
import { hashLength } from '../sha256.ts';
import type { Entry } from './entry.ts';

/** Randomness for one cover entry, from the caller: an id of version 4, and 32 bytes for each field of the batch's shape. */
export type Cover = { readonly id: string; readonly commitments: Uint8Array };

/** What every entry of a batch looks like. The fields of a filing that were left empty are committed to as well. */
export type BatchShape = { readonly action: string; readonly paths: readonly string[]; readonly size: number };

/** How many cover entries a batch takes. An empty one is full of them: else the day without a filing would show, and so the day with one. */
export const coversNeeded = ({ size }: BatchShape, filings: number): number =>
  Math.max(Math.ceil(filings / size), 1) * size - filings;

/**
 * The entries of a batch of filings: no actor, the day alone, one shape, filled with cover entries to a multiple of a fixed size, in the
 * order of their random ids. Commitments are hashes, cover's are random bytes: neither entry nor order nor number tells a filing from
 * cover (PEOPLE.md, first section). The caller keeps no list of which are which: a filing is found by whoever holds its salts.
 */
export function closeBatch(shape: BatchShape, day: Day, filings: readonly Entry[], covers: readonly Cover[]): Entry[] {
  const paths = shape.paths.toSorted(byUnit);
  if (covers.length !== coversNeeded(shape, filings.length)) throw new JournalError('cover-missing');
  for (const filing of filings) if (!fits(filing, shape.action, paths, day)) throw new JournalError('batch-shape');
  const cover = covers.map(({ id, commitments }): Entry => {
    if (commitments.length !== paths.length * hashLength) throw new JournalError('hash-length');
    const fields = paths.map((path, n) => [path, copyOf(commitments, n * hashLength, (n + 1) * hashLength)] as const);
    return {
      id,
      action: shape.action,
      actor: null,
      at: { day },
      refs: {},
      fields: Object.fromEntries(fields),
      open: null,
    };
  });
  const entries = [...filings, ...cover].toSorted((a, b) => byUnit(a.id, b.id));
  if (new Set(entries.map(({ id }) => id)).size !== entries.length) throw new JournalError('batch-shape');
  return entries;
}

function fits(filing: Entry, action: string, paths: readonly string[], day: Day): boolean {
  const own = Object.keys(filing.fields).toSorted(byUnit);
  return (
    filing.action === action &&
    filing.actor === null &&
    filing.open === null &&
    Object.keys(filing.refs).length === 0 &&
    'day' in filing.at &&
    filing.at.day === day &&
    own.length === paths.length &&
    own.every((path, n) => path === paths[n])
  );
}
