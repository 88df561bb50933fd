import type { KeyObject } from 'node:crypto';
import type { Day, Instant } from '@sallyport/core/calendar';
import type { Action } from '@sallyport/core/contract';
import type { Database } from '../database/database.ts';
import { retrying } from '../database/retrying.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Reached } from '../steps/steps.ts';
import type { Actor } from './actor.ts';
import { admit, requireWithin } from './admit.ts';
import type { Context, Done, ImplementedAction } from './implement.ts';
import type { ClockPort, DutiesPort, EntryDraft, JobsPort, JournalPort, NetworkContext } from './ports.ts';
import { readInputs } from './read-input.ts';
import { Refused, refuse } from './refusal.ts';
import { claimKey, inputHash, keepAnswers } from './repeated.ts';
import { collectTouched } from './touched-facts.ts';

export type RunnerParts = {
  readonly database: Database;
  readonly clock: ClockPort;
  /** The civil day of a moment in the zone of the installation's seat. */
  readonly dayOf: (instant: Instant) => Day;
  readonly journal: JournalPort;
  readonly duties: DutiesPort;
  readonly jobs: JobsPort;
  /** Under which inputs of repeated requests are recognised. */
  readonly repeatSecret: KeyObject;
  readonly reached?: Reached | undefined;
};

type RunOptions = {
  readonly key?: string | undefined;
  readonly network?: NetworkContext | undefined;
  readonly cookie?: string | undefined;
};

/** More inputs than this are not settled in one transaction (DECISIONS 7). */
export const mostInputs = 500;

export type RunAction = (
  action: ImplementedAction,
  inputs: readonly unknown[],
  actor: Actor,
  options?: RunOptions,
) => Promise<unknown[]>;

/**
 * The one way in which anything changes: schema, rights, state, handler, journal entry and duties, in one transaction. Either every
 * input is done or none is; each has its own rights, its own entry and its own answer.
 */
export function createRunner(parts: RunnerParts): RunAction {
  return async (action, inputs, sentBy, { key, network, cookie } = {}) => {
    const { contract, handler } = action;
    // What is lent for four hours is for looking (紧急查阅): nothing is done with it, by whatever way a handler asks for roles.
    const actor = { ...sentBy, grants: sentBy.grants.filter(({ lent }) => lent !== true) };
    if (inputs.length === 0 || inputs.length > mostInputs) refuse('request.too-many', { most: mostInputs });
    const scope = admit(contract.name, contract.admits, actor);
    if (contract.stepUp && actor.via !== 'machine' && !actor.fresh) refuse('request.step-up-first');
    const read = readInputs(contract.input, inputs);
    const sender = {
      network: contract.entry.context === 'network' ? (network ?? null) : null,
      cookie: cookie ?? null,
    };
    if (handler.prepare !== undefined && read.length > 1) refuse('request.too-many', { most: 1 });
    const prepared = await handler.prepare?.(read[0], actor, sender);
    const now = parts.clock.now();
    const request = key === undefined ? null : { account: actor.account ?? 'public', key };
    const hashes = request === null ? [] : inputs.map((input) => inputHash(parts.repeatSecret, contract, input));

    const { reached } = parts;
    const transaction = async (tx: Transaction): Promise<unknown[]> => {
      if (request !== null) {
        const answered = await claimKey(tx, request, contract.name, hashes, new Date(now / 1000));
        if (answered !== null) return answered;
      }
      reached?.('before-write');
      const facts = collectTouched(tx, parts.duties, now);
      const send: Context['send'] = (job, payload) => parts.jobs.send(tx, job, payload);
      const context: Context = { tx, actor, now, today: parts.dayOf(now), scope, facts, send };
      const done = await each(read, async (input) => {
        if (handler.place !== undefined) requireWithin(scope, await handler.place(tx, input, actor));
        return handler.handle(context, input, prepared);
      });
      const [subjects] = await Promise.all([
        facts.subjects(),
        parts.journal.append(
          tx,
          done.map(({ entry }) => draftOf(contract, entry, actor, now, sender.network)),
        ),
      ]);
      reached?.('after-journal');
      await parts.duties.settle(tx, subjects, now, facts.cause());
      const outputs = done.map(({ output }) => contract.output.parse(output));
      if (request !== null && !contract.secretOutput) await keepAnswers(tx, request, outputs);
      return outputs;
    };
    const outputs = await retrying(() => parts.database.inOrganisation(actor.org, transaction));
    reached?.('after-commit');
    return outputs;
  };
}

/** One after the other, on one connection; what is refused names its place in the batch. */
async function each<T>(inputs: readonly unknown[], body: (input: unknown) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (const [at, input] of inputs.entries()) {
    try {
      done.push(await body(input));
    } catch (error) {
      throw error instanceof Refused ? new Refused(error.refusals.map((refusal) => ({ ...refusal, at }))) : error;
    }
  }
  return done;
}

function draftOf(
  { name, entry: rule }: Action,
  { subject, fields, person, context }: Done<unknown>['entry'],
  actor: Actor,
  at: Instant,
  network: NetworkContext | null,
): EntryDraft {
  return {
    action: name,
    subject,
    account: rule.actor === 'none' ? null : actor.account,
    at,
    dayOnly: rule.time === 'day',
    fields,
    person: person ?? null,
    network: context === 'none' ? null : network,
  };
}
