import type { Role } from '@sallyport/core/access';
import type { Context } from '../../platform/actions/implement.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Phrase } from '../../platform/words/words.ts';
import type { ActDetails, ActKind, PendingAct } from './store/two-persons.ts';

/** Who may sign an act besides the roles: nobody it is about. */
export type Signing = { readonly second: readonly Role[]; readonly persons: readonly string[] };

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

/** An act of another room that takes two persons. */
export type RoomAct = {
  signing(this: void, tx: Transaction, details: ActDetails): Promise<Signing>;
  told(this: void, details: ActDetails): DutyTold | ClauseTold | null;
  /** In the transaction of whoever signed second; whatever has changed since it was asked is looked at again. */
  confirm(
    this: void,
    context: Context,
    act: Pick<PendingAct, 'first' | 'reason'> & { readonly details: ActDetails },
  ): Promise<{ readonly fields: Readonly<Record<string, unknown>>; readonly person: string | null }>;
};

export type RoomActs = Readonly<Partial<Record<ActKind, RoomAct>>>;
