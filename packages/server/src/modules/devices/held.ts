import type { Transaction } from '../../platform/database/transaction.ts';
import * as store from './store.ts';

/** Devices that somebody has in hand, for what they hand over when they leave. */
export const devicesHeldBy = async (tx: Transaction, person: string): Promise<string[]> =>
  (await store.takenBy(tx, person)).flatMap(({ id, lastAct }) => (lastAct === 'reserve' ? [] : [id]));

/** What is written on each of several devices. */
export const numbersOf = async (tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map((await store.devicesNamed(tx, ids)).map(({ id, number, model }) => [id, `${number} ${model}`]));
