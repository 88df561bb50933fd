import type { Instant } from '@sallyport/core/calendar';
import type { Json } from '@sallyport/core/journal';
import type { Transaction } from '../database/transaction.ts';

/** What the runner needs of the rooms that keep the journal, the duties and the queue; it knows none of them. */

export type NetworkContext = { readonly address: string; readonly device: string };

export type EntryDraft = {
  readonly action: string;
  readonly subject: string | null;
  readonly account: string | null;
  readonly at: Instant;
  /** Only the day may be told of this entry. */
  readonly dayOnly: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Said in the open, without salt: figures that belong to nobody. */
  readonly open?: Readonly<Record<string, Json>>;
  /** Whose data the values are. */
  readonly person: string | null;
  readonly network: NetworkContext | null;
};

export type JournalPort = { append(tx: Transaction, entries: readonly EntryDraft[]): Promise<void> };

/** Subjects of rules by kind. */
export type Subjects = ReadonlyMap<string, ReadonlySet<string>>;

/** Why facts are others than before: somebody recorded, corrected or withdrew them, or they were erased. */
export type FactCause = 'fact' | 'erasure';

export type DutiesPort = {
  /** The subjects whose duties these facts can change, by their references as they stand now. */
  touched(tx: Transaction, kind: string, ids: readonly string[]): Promise<Subjects>;
  /** Facts are being changed: what was evaluated in this transaction before may no longer hold. */
  changing(tx: Transaction): void;
  /** Locks the subjects, evaluates them afresh in a new statement and writes what differs (DECISIONS 7). */
  settle(tx: Transaction, subjects: Subjects, now: Instant, cause: FactCause): Promise<void>;
};

export type JobsPort = {
  send(tx: Transaction, job: string, payload: Readonly<Record<string, string | number>>): Promise<void>;
};

export type ClockPort = { now(): Instant };
