import { randomBytes, randomUUID } from 'node:crypto';
import { formatDay, type Instant, microsPerDay } from '@sallyport/core/calendar';
import {
  type BatchShape,
  closeBatch,
  commitments,
  coversNeeded,
  type Entry,
  entryBytes,
  hashAt,
  type Json,
  leafHashes,
  type Opening,
  printNote,
  promiseText,
  readEntry,
  signNote,
} from '@sallyport/core/journal';
import type { Transaction } from '../../platform/database/transaction.ts';
import { insertAll } from './append-store.ts';
import * as store from './filing-store.ts';
import { type JournalParts, logSigner, originOf, sha } from './log.ts';
import { firstHead } from './seal.ts';
import { readHead } from './seal-store.ts';

/** What filings of one action look like, and the hours of the seat's clock at which their batches close. */
export type FilingShape = BatchShape & { readonly hours: readonly number[]; readonly offset: number };

/** What whoever filed is given at once: the promise of the log, and what opens the commitments. Neither is kept here. */
export type Filed = { readonly promise: string; readonly openings: readonly Opening[] };

type Parts = Pick<JournalParts, 'ids' | 'dayOf' | 'installation' | 'key' | 'clock'>;

/**
 * Journals a filing as PEOPLE.md asks: without an actor, with the day of its batch alone. It waits with the others until the batch closes;
 * the row says when that is and not when it came.
 */
export async function fileInto(
  tx: Transaction,
  parts: Parts,
  shape: FilingShape,
  values: Readonly<Record<string, Json>>,
): Promise<Filed> {
  const closes = closingsAfter(shape, parts.clock.now()).next().value;
  const openings = shape.paths.map((path) => ({ path, value: values[path] ?? null, salt: parts.ids.salt() }));
  const hashes = commitments(sha, openings);
  const [id, day] = [randomUUID(), parts.dayOf(closes)];
  const fields = Object.fromEntries(openings.map(({ path }, n) => [path, hashAt(hashes, n)]));
  const body = entryBytes({ id, action: shape.action, actor: null, at: { day }, refs: {}, fields, open: null });
  await store.insertFiling(tx, { action: shape.action, closes, id, body });
  const { epoch } = (await readHead(tx)) ?? firstHead();
  const origin = originOf(parts, tx.org, epoch);
  const text = promiseText({ origin, leaf: leafHashes(sha, [body]), closes });
  return { promise: printNote({ text, signatures: [signNote(logSigner(parts, origin), text)] }), openings };
}

/** Closes every batch whose hour has come, an empty one like a full one; how many entries came of it. */
export async function closeBatches(tx: Transaction, parts: Parts, shape: FilingShape): Promise<number> {
  const now = parts.clock.now();
  let closed = await store.lockBatch(tx, shape.action, lastClosing(shape, now));
  let entries = 0;
  for (const closes of closingsAfter(shape, closed)) {
    if (closes > now) break;
    entries += await closeOne(tx, parts, shape, closes);
    closed = closes;
  }
  await store.writeClosed(tx, shape.action, closed);
  return entries;
}

async function closeOne(tx: Transaction, { dayOf }: Parts, shape: FilingShape, closes: Instant): Promise<number> {
  const filings = (await store.takeFilings(tx, shape.action, closes)).map(readEntry).filter((one) => one !== null);
  const day = dayOf(closes);
  const covers = Array.from({ length: coversNeeded(shape, filings.length) }, () => ({
    id: randomUUID(),
    commitments: new Uint8Array(randomBytes(shape.paths.length * 32)),
  }));
  const made = closeBatch(shape, day, filings, covers).map((entry) => madeOf(entry, formatDay(day)));
  const at = day * microsPerDay;
  const leaves = leafHashes(
    sha,
    made.map(({ body }) => body),
  );
  await insertAll(tx, made, [{ at, entries: made.map(({ id }) => id), leaves }]);
  return made.length;
}

/** Values of a filing lie with whoever handles it, of cover there are none: nothing is kept beside either. */
function madeOf(entry: Entry, day: string) {
  const { id, action } = entry;
  const nobody = { subject: null, account: null, person: null, network: null, fields: {}, dayOnly: true, at: 0 };
  const draft = { ...nobody, action };
  return { id, body: entryBytes(entry), draft, account: null, day, at: 0, contents: '{}', salts: new Uint8Array() };
}

const microsPerHour = microsPerDay / 24;
const shifted = ({ offset }: FilingShape): number => offset * 60_000_000;
const dayAt = (shape: FilingShape, moment: Instant): number => Math.floor((moment + shifted(shape)) / microsPerDay);

/** The hours of one day as moments, the earliest first. */
const closingsOn = (shape: FilingShape, day: number): Instant[] =>
  shape.hours.toSorted((a, b) => a - b).map((hour) => day * microsPerDay + hour * microsPerHour - shifted(shape));

function* closingsAfter(shape: FilingShape, moment: Instant): Generator<Instant, never> {
  for (let day = dayAt(shape, moment); ; day++) yield* closingsOn(shape, day).filter((closes) => closes > moment);
}

function lastClosing(shape: FilingShape, moment: Instant): Instant {
  const day = dayAt(shape, moment);
  const before = [...closingsOn(shape, day - 1), ...closingsOn(shape, day)].filter((closes) => closes <= moment);
  return before.at(-1) ?? moment;
}
