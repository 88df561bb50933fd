import { type Register, RegisterBuilder, vocabulary } from '@sallyport/core/facts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { allFacts, countFacts } from './store.ts';

/** The whole register of an organisation in memory; null where it is empty or holds more facts than are wanted. */
export async function readRegister(tx: Transaction, most: number): Promise<Register | null> {
  const count = await countFacts(tx);
  if (count === 0 || count > most) return null;
  const builder = new RegisterBuilder(vocabulary);
  for (const kind of vocabulary.kinds.values())
    for (const { id, fields } of await allFacts(tx, kind)) builder.add(kind, { id, ...fields });
  return builder.build();
}
