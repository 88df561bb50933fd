/** Why something was not done: a code of the contract, and what its sentence names. Never a value the asker may not see. */
export type Refusal = {
  readonly code: `${string}.${string}`;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Place in the batch. */
  readonly at?: number;
};

/** Ends an action or a query from anywhere within it; the transaction is rolled back. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ code }) => code).join(', '));
    this.name = 'Refused';
    this.refusals = refusals;
  }
}

export const refuse = (code: Refusal['code'], details?: Refusal['details']): never => {
  throw new Refused([{ code, ...(details === undefined ? {} : { details }) }]);
};

/** Refusals any action may give, whatever its contract; their words stand in platform/actions/words. */
export const commonRefusals = {
  'request.invalid': 400,
  'request.unknown-field': 400,
  // Whatever the action is, its texts may not be classified.
  'register.classified-mark': 422,
  'request.not-found': 404,
  'request.no-such-organisation': 404,
  'request.not-allowed': 403,
  'request.sign-in-first': 401,
  'request.second-factor-first': 401,
  'request.step-up-first': 401,
  'request.foreign-origin': 403,
  'request.key-used-otherwise': 422,
  'request.answer-gone': 410,
  'request.too-many': 413,
  'request.too-large': 413,
  'request.too-often': 429,
  'request.stale-version': 409,
} as const;
