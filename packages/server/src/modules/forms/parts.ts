import type { Scope } from '@sallyport/core/access';
import type { Day, Instant } from '@sallyport/core/calendar';
import type { Actor } from '../../platform/actions/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Press } from '../../platform/paper/press.ts';
import type { Phrase } from '../../platform/words/words.ts';
import type { AddEvidence, Taken } from '../files/index.ts';

/** A line of what a leaver hands over, as a sheet says it. */
type HandedLine = {
  readonly what: Phrase;
  readonly content: Phrase;
  readonly receiver: string | null;
  readonly handedOn: Date | null;
};

export type FormsParts = {
  readonly database: Database;
  readonly dayOf: (instant: Instant) => Day;
  /** Minutes east of UTC of the installation's seat. */
  readonly offset: number;
  readonly ids: { readonly uuid: () => string; readonly salt: () => Buffer };
  readonly press: Pick<Press, 'print'>;
  readonly readCodes: (bytes: Uint8Array, type: 'pdf' | 'picture') => Promise<readonly string[]>;
  readonly peekUpload: (actor: Actor, ticket: string) => Promise<Taken | null>;
  readonly addEvidence: AddEvidence;
  readonly leaving: {
    readonly lines: (tx: Transaction, leaving: string, limit: number) => Promise<readonly HandedLine[]>;
    readonly handedAfter: (tx: Transaction, leaving: string, moment: Date) => Promise<boolean>;
  };
  /** Who is expected at a session in a classroom. */
  readonly expectedAt: (
    tx: Transaction,
    scope: Scope,
    session: string,
    limit: number,
  ) => Promise<readonly { readonly name: string; readonly unitName: string | null }[]>;
  /** How a rule is called, for decisions about a duty. */
  readonly ruleTitle: (rule: string) => Phrase | null;
};
