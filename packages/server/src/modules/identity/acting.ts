import { type Actor, nobody } from '../../platform/actions/actor.ts';
import type { ClockPort } from '../../platform/actions/ports.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { dateOf } from './moments.ts';
import { accountById } from './store/accounts.ts';
import { grantsOf } from './store/grants.ts';

/**
 * Somebody whose work goes on after they asked for it, with the roles they hold at this moment: who lost them meanwhile does no more.
 * They gave their second factor when they asked.
 */
export const createActingFor =
  (clock: ClockPort) =>
  async (tx: Transaction, id: string): Promise<Actor | null> => {
    const account = await accountById(tx, id);
    if (account === null || account.status !== 'active') return null;
    const grants = await grantsOf(tx, id, dateOf(clock.now()));
    return { ...nobody(tx.org), account: id, person: account.person, grants, via: 'import', secondFactor: true };
  };
