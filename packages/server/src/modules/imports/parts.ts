import type { Actor } from '../../platform/actions/actor.ts';
import type { ClockPort } from '../../platform/actions/ports.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

export type Upload = { readonly name: string; readonly type: string; readonly bytes: Buffer };

export type ImportsParts = {
  readonly database: Database;
  readonly clock: ClockPort;
  readonly ids: { readonly uuid: () => string };
  /** Minutes east of UTC of the installation's seat. */
  readonly offset: number;
  /** An upload by its ticket, once: afterwards nobody has it. Null where the ticket is not good, or not this account's. */
  readonly takeUpload: (actor: Actor, ticket: string) => Promise<Upload | null>;
  /** The same and it stays. */
  readonly peekUpload: (actor: Actor, ticket: string) => Promise<Upload | null>;
  /** Who an account is now, for work that goes on after it asked for it; null where it may no longer act. */
  readonly actingFor: (tx: Transaction, account: string) => Promise<Actor | null>;
};
