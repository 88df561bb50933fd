import type { Place, Scope } from '@sallyport/core/access';
import type { Day, Instant } from '@sallyport/core/calendar';
import type { Action, Query } from '@sallyport/core/contract';
import type { z } from 'zod';
import type { Transaction } from '../database/transaction.ts';
import type { Words } from '../words/join.ts';
import type { Actor } from './actor.ts';
import type { FactCause, NetworkContext } from './ports.ts';

/** What an action is given to work with. */
export type Context = {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly now: Instant;
  /** The civil day in the organisation's zone. */
  readonly today: Day;
  /** What the actor may act on under the action's rights. */
  readonly scope: Scope;
  /** To be called before and after a fact is changed: what it touched by its old references, and by its new ones. */
  readonly facts: FactChanges;
  /** Sent with the transaction: a job that is only there when the change is. Carries ids only. */
  readonly send: (job: string, payload: Readonly<Record<string, string | number>>) => Promise<void>;
};

export type FactChanges = {
  before(kind: string, ids: readonly string[], cause?: FactCause): Promise<void>;
  after(kind: string, ids: readonly string[]): void;
  /** Settles what is touched by now, for a handler that goes on by the duties; at the end only what is touched anew is settled. */
  settle(): Promise<void>;
};

/** What an action did: its answer, and what the journal commits to. Field values are kept beside the entry, where they can be erased. */
export type Done<Output> = {
  readonly output: Output;
  readonly entry: {
    /** What it was done to, `kind/id`; null where there is no such thing. */
    readonly subject: string | null;
    /** A fixed vocabulary of names of the room; values of any JSON type. */
    readonly fields: Readonly<Record<string, unknown>>;
    /** Whom the values are about, for their erasure. */
    readonly person?: string | null;
    /** Keeps address and device out of this one entry, where only some who do this are staff. */
    readonly context?: 'none';
  };
};

/** What came with a request besides its input. Address and device only where the entry's rule names them. */
type Sender = { readonly network: NetworkContext | null; readonly cookie: string | null };

export type ActionHandler<Input, Output, Prepared = unknown> = {
  /**
   * Before the transaction opens, for one input alone: work that must hold no connection (a password's hash, another server's answer)
   * and traces that stay when the action is refused (a failed attempt is counted).
   */
  prepare?(input: Input, actor: Actor, sender: Sender): Promise<Prepared>;
  /** Where the object lies; null: there is none, and the answer is the one for an object of another organisation. */
  place?(tx: Transaction, input: Input, actor: Actor): Promise<Place | null>;
  handle(context: Context, input: Input, prepared: Prepared): Promise<Done<Output>>;
};

export type QueryContext = Pick<Context, 'tx' | 'actor' | 'now' | 'today' | 'scope'>;

export type QueryHandler<Input, Output> = {
  place?(tx: Transaction, input: Input, actor: Actor): Promise<Place | null>;
  /** `persons`: whose data the answer shows; recorded in `seen` where the contract says the query shows a person. */
  answer(
    context: QueryContext,
    input: Input,
  ): Promise<{ readonly output: Output; readonly persons?: readonly string[] }>;
};

export type ImplementedAction = {
  readonly contract: Action;
  readonly handler: ActionHandler<unknown, unknown>;
  /** How the answer leaves over HTTP, where it sets or ends cookies. */
  presents?(output: unknown): Presented;
};
export type ImplementedQuery = {
  readonly contract: Query;
  readonly handler: QueryHandler<unknown, unknown>;
  /** How the answer leaves over HTTP where it is a file: what was answered is what it is, and this is the file itself. */
  gives?(this: void, output: unknown, actor: Actor): Promise<Response>;
};

export type Presented = { readonly body: unknown; readonly cookies: readonly string[] };

/** Binds a handler to its contract; the types of both are held to each other here and erased afterwards. */
export function implementAction<Input extends z.ZodType, Output extends z.ZodType, Prepared = unknown>(
  contract: Action<Input, Output>,
  handler: ActionHandler<z.output<Input>, z.input<Output>, Prepared>,
  presents?: (output: z.output<Output>) => Presented,
): ImplementedAction {
  return {
    contract,
    handler,
    ...(presents === undefined ? {} : { presents }),
  };
}

export function implementQuery<Input extends z.ZodType, Output extends z.ZodType>(
  contract: Query<Input, Output>,
  handler: QueryHandler<z.output<Input>, z.input<Output>>,
  gives?: (output: z.output<Output>, actor: Actor) => Promise<Response>,
): ImplementedQuery {
  return { contract, handler, ...(gives === undefined ? {} : { gives }) };
}

/** What a room gives to the program. */
export type Room = {
  readonly actions: readonly ImplementedAction[];
  readonly queries: readonly ImplementedQuery[];
  readonly words: Words;
};
