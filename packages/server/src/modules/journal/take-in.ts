import {
  openNote,
  parseCheckpoint,
  parseNote,
  parseOrigin,
  printCosignatures,
  printSignature,
  readCosignatures,
  type VerifierKey,
} from '@sallyport/core/journal';
import type { Transaction } from '../../platform/database/transaction.ts';
import { verifyEd25519 } from '../../platform/signing/ed25519.ts';
import { nameOf } from './collect.ts';
import * as store from './collect-store.ts';
import { type JournalParts, logSigner, originOf } from './log.ts';

/**
 * What came of a checkpoint that was carried back. `contradicted`: we signed it, and it is none of ours now: what is here was taken back
 * or rewritten since. `not-ours`: signed by nobody here. `forged`: a line claims a known witness and is not theirs.
 */
export type TakenIn =
  | { readonly came: 'taken'; readonly origin: string; readonly size: number; readonly witnesses: readonly string[] }
  | { readonly came: 'not-ours' | 'contradicted' | 'no-cosignature' | 'forged' };

type Parts = Pick<JournalParts, 'database' | 'installation' | 'key'>;

/** Keeps the cosignatures of known witnesses that stand under a checkpoint of this log; null where it is of another log. */
export async function takeIn(
  parts: Parts,
  org: string,
  note: string,
  witnesses: readonly VerifierKey[],
): Promise<TakenIn | null> {
  const parsed = parseNote(note);
  const claimed = parseCheckpoint(parsed?.text ?? '');
  const epoch = parseOrigin(claimed?.origin ?? '')?.epoch;
  if (parsed === null || claimed === null || epoch === undefined) return { came: 'not-ours' };
  const { origin, size } = claimed;
  if (origin !== originOf(parts, org, epoch)) return null;
  if (typeof openNote(verifyEd25519, [logSigner(parts, origin).key], note) === 'string') return { came: 'not-ours' };
  return parts.database.inOrganisation(org, async (tx: Transaction) => {
    const own = parseNote((await store.checkpointOf(tx, epoch, size)) ?? '');
    if (own?.text !== parsed.text) return { came: 'contradicted' };
    const lines = readCosignatures(verifyEd25519, witnesses, note, printCosignatures(parsed.signatures));
    if (lines === null) return { came: 'forged' };
    const by = lines.flatMap((line) => witnesses.filter(({ name, id }) => name === line.name && id === line.id));
    if (by.length === 0) return { came: 'no-cosignature' };
    for (const [at, line] of lines.entries()) {
      const key = by[at];
      if (key === undefined) continue;
      await store.insertCosignature(tx, { epoch, size, witness: nameOf({ key }), line: printSignature(line) });
    }
    return { came: 'taken', origin, size, witnesses: by.map(({ name }) => name) };
  });
}
