import type { Role } from '@sallyport/core/access';
import type { Level, Risk } from '@sallyport/core/trips';
import type { Context } from '../../platform/actions/implement.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Phrase } from '../../platform/words/words.ts';
import type { ActDetails, ActKind, PendingAct } from './store/two-persons.ts';

/** Who may sign an act besides the roles: nobody it is about. */
export type Signing = {
  readonly second: readonly Role[];
  readonly persons: readonly string[];
  /** Whose hands it went through already. */
  readonly accounts?: readonly string[];
};

/** What somebody is asked to sign, in words: what it is about, what the law says of it, and what holds once it is signed. */
type DutyTold = {
  readonly about: 'duty';
  readonly rule: string;
  readonly title: Phrase;
  readonly clauses: readonly { readonly id: string; readonly name: Phrase }[];
  readonly subject: { readonly kind: string; readonly id: string };
  readonly period: string | null;
  readonly authority: string | null;
  readonly until: string;
};

type ClauseTold = {
  readonly about: 'clause';
  readonly clause: string;
  readonly name: Phrase;
  readonly heading: Phrase;
  readonly corrected: {
    readonly number: string | null;
    readonly heading: Phrase | null;
    readonly gist: Phrase | null;
    readonly figures: Phrase[];
  } | null;
  readonly read: { readonly citation: string; readonly textOn: string; readonly textHash: string } | null;
};

type RuleTold = {
  readonly rule: string;
  readonly title: Phrase;
  readonly clauses: { readonly id: string; readonly name: Phrase }[];
};

/** Which act clauses are at odds about, and what is to be done. */
type ConflictTold = RuleTold & {
  readonly about: 'conflict';
  readonly subject: { readonly kind: string; readonly id: string };
  readonly act: Phrase;
  readonly decision: string;
  readonly restraining: RuleTold[];
};

/** Whose data is to be erased, and how many records of the register that is. */
type PersonTold = {
  readonly about: 'person';
  readonly person: string;
  readonly name: string | null;
  readonly records: number;
};

/** What the destination list says from then on, or no longer. */
type AdvisoryTold = {
  readonly about: 'advisory';
  readonly places: string[];
  readonly levels: Partial<Record<Risk, Level>>;
  readonly said: string;
  readonly source: string;
  readonly lastDay: string;
  /** What it takes the place of. */
  readonly before: { readonly places: string[]; readonly levels: Partial<Record<Risk, Level>> } | null;
};

/** Which package may be played, and what it is good for. */
type PackageTold = {
  readonly about: 'package';
  readonly package: string;
  readonly title: string;
  readonly topic: Phrase;
  readonly validMonths: number;
  readonly counts: 'passed' | 'completed';
  readonly standard: string;
  readonly sha256: string;
};

type Told = DutyTold | ClauseTold | ConflictTold | PersonTold | AdvisoryTold | PackageTold | null;

/** An act of another room that takes two persons. */
export type RoomAct = {
  signing(this: void, tx: Transaction, details: ActDetails): Promise<Signing>;
  told(this: void, details: ActDetails, tx: Transaction): Told | Promise<Told>;
  /** In the transaction of whoever signed second; whatever has changed since it was asked is looked at again. */
  confirm(
    this: void,
    context: Context,
    act: Pick<PendingAct, 'id' | 'first' | 'reason'> & { readonly details: ActDetails },
  ): Promise<{ readonly fields: Readonly<Record<string, unknown>>; readonly person: string | null }>;
};

export type RoomActs = Readonly<Partial<Record<ActKind, RoomAct>>>;
