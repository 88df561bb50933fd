import type { z } from 'zod';
import type { Rights } from '../access/index.ts';
import type { Refusals } from './words.ts';

/** Who may come: named roles; anybody signed in; anybody at all (first start, sign-in, public pages). */
export type Admission = Rights | 'signed-in' | 'public';

/**
 * What the journal keeps of an action besides its name and its subject. `actor: 'none'` and `time: 'day'` are for reporters; network
 * address and device are kept for staff sign-in and administration only (PEOPLE.md, "The journal keeps no trail").
 */
export type EntryRule = {
  readonly actor: 'account' | 'none';
  readonly time: 'instant' | 'day';
  readonly context: 'none' | 'network';
};

/** A change of state: HTTP endpoint, OpenAPI, command-line verb, form, permission matrix and audit vocabulary come from this. */
export type Action<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly effect: 'action';
  /** `room.verb`, such as `register.record`. */
  readonly name: `${string}.${string}`;
  readonly summary: Said;
  readonly input: Input;
  /** Ids, versions and counts only: the answer is kept beside the idempotency key, where nothing personal may lie (DECISIONS 10). */
  readonly output: Output;
  readonly admits: Admission;
  readonly errors: Refusals;
  readonly entry: EntryRule;
  /** The answer holds a secret that is shown once (a token, recovery codes): it is not kept, and a repeated request is told so. */
  readonly secretOutput: boolean;
  /** Asks for a fresh proof of who is there: role changes, handovers, erasure. */
  readonly stepUp: boolean;
};

/** A question. One that shows a person says so, and is recorded in `seen` (DECISIONS 10). */
export type Query<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly effect: 'query';
  readonly name: `${string}.${string}`;
  readonly summary: Said;
  readonly input: Input;
  readonly output: Output;
  readonly admits: Admission;
  readonly errors: Refusals;
  readonly showsPerson: boolean;
};

export type Said = { readonly zh: string; readonly en: string };

export const journaled: EntryRule = { actor: 'account', time: 'instant', context: 'none' };

/** @example defineAction({ name: 'register.record', summary, input: z.strictObject({…}), output, admits: { 'security-officer': 'organisation' } }) */
export function defineAction<Input extends z.ZodType, Output extends z.ZodType>(
  action: Pick<Action<Input, Output>, 'name' | 'summary' | 'input' | 'output' | 'admits'> &
    Partial<Pick<Action, 'errors' | 'entry' | 'stepUp' | 'secretOutput'>>,
): Action<Input, Output> {
  return { effect: 'action', errors: {}, entry: journaled, stepUp: false, secretOutput: false, ...action };
}

export function defineQuery<Input extends z.ZodType, Output extends z.ZodType>(
  query: Pick<Query<Input, Output>, 'name' | 'summary' | 'input' | 'output' | 'admits'> &
    Partial<Pick<Query, 'errors' | 'showsPerson'>>,
): Query<Input, Output> {
  return { effect: 'query', errors: {}, showsPerson: false, ...query };
}
