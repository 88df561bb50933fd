import { type Correction, correctLaw, type Law } from '@sallyport/core/law';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readCorrections } from './confirmation-store.ts';

/** The law as the organisation that asks has it: what it confirmed stands in the place of what the packs say. */
export type LawOf = (tx: Transaction) => Promise<Law>;

/** Corrected laws kept; an organisation that confirms clauses does so now and then. */
const most = 50;

export function createLawOf(law: Law): LawOf {
  const known = new Map<string, Law>();
  return async (tx) => {
    const corrections: readonly Correction[] = await readCorrections(tx);
    if (corrections.length === 0) return law;
    const key = JSON.stringify(corrections);
    const own = known.get(key) ?? correctLaw(law, corrections);
    if (known.size >= most) known.clear();
    known.set(key, own);
    return own;
  };
}
