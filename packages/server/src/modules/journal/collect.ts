import {
  base64,
  consistencyTiles,
  nodesFromTiles,
  parseConflict,
  printAddCheckpoint,
  printSignature,
  proveConsistency,
  readCosignatures,
  type VerifierKey,
} from '@sallyport/core/journal';
import type { Database } from '../../platform/database/database.ts';
import { verifyEd25519 } from '../../platform/signing/ed25519.ts';
import * as store from './collect-store.ts';
import { sha } from './log.ts';
import { readTiles } from './seal-store.ts';

/** `url` null: nobody can ask it over a line; folders are carried to it. */
export type Witness = { readonly key: VerifierKey; readonly url: string | null };

/** Sends a body and gives the answer; throws when there is none. */
export type AskWitness = (url: string, body: string) => Promise<{ readonly status: number; readonly body: string }>;

/**
 * What came of asking one witness. `away`: there was no answer, or none that counts; the next round asks again. `contradicted`: it has seen
 * a longer log than ours, or another past: what is here was taken back or rewritten.
 */
export type Asked = { readonly witness: string; readonly came: 'cosigned' | 'away' | 'contradicted' };

type Parts = { readonly database: Pick<Database, 'inOrganisation'>; readonly ask: AskWitness };

/** Asks every witness that has not cosigned the newest checkpoint of a log, and keeps what it signed. Nothing is held open meanwhile. */
export async function collectCosignatures(parts: Parts, org: string, witnesses: readonly Witness[]): Promise<Asked[]> {
  const newest = await parts.database.inOrganisation(org, store.newestCheckpoint);
  if (newest === null) return [];
  const signed = new Map(newest.signed.map(({ witness, size }) => [witness, size]));
  const asked: Asked[] = [];
  for (const { key, url } of witnesses) {
    if (url === null) continue;
    const witness = { key, url };
    const old = signed.get(nameOf(witness)) ?? 0;
    if (old === newest.size) continue;
    const came = await askOne(parts, org, witness, newest, old).catch(() => 'away' as const);
    asked.push({ witness: witness.key.name, came });
  }
  return asked;
}

/** Two keys of one name are two witnesses. */
export const nameOf = ({ key }: Pick<Witness, 'key'>): string => `${key.name}+${base64(key.publicKey)}`;

async function askOne(
  parts: Parts,
  org: string,
  witness: Witness & { readonly url: string },
  { epoch, size, note }: store.Newest,
  remembered: number,
): Promise<Asked['came']> {
  // It may remember another size than we do: a cosignature may have been lost on its way to us.
  for (let [old, attempt] = [remembered, 1]; attempt <= 3; attempt++) {
    const proof = await proofFrom(parts, org, { epoch, old, size });
    const answer = await parts.ask(`${witness.url}/add-checkpoint`, printAddCheckpoint({ old, proof, note }));
    if (answer.status === 200) {
      const lines = readCosignatures(verifyEd25519, [witness.key], note, answer.body);
      const line = lines?.[0];
      if (line === undefined) return 'away';
      const cosignature = { epoch, size, witness: nameOf(witness), line: printSignature(line) };
      await parts.database.inOrganisation(org, (tx) => store.insertCosignature(tx, cosignature));
      return 'cosigned';
    }
    const theirs = answer.status === 409 ? parseConflict(answer.body) : null;
    if (answer.status === 422 || (theirs !== null && (theirs > size || theirs === old))) return 'contradicted';
    if (theirs === null) return 'away';
    old = theirs;
  }
  return 'away';
}

async function proofFrom(
  { database }: Parts,
  org: string,
  { epoch, old, size }: { readonly epoch: number; readonly old: number; readonly size: number },
): Promise<Uint8Array[]> {
  const tiles = await database.inOrganisation(org, (tx) => readTiles(tx, epoch, consistencyTiles(old, size)));
  return proveConsistency(sha, nodesFromTiles(sha, tiles, size), old, size);
}
