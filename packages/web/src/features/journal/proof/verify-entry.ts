import {
  base64,
  fromBase64,
  leafHash,
  openNote,
  opens,
  parseCheckpoint,
  parseNote,
  parseOrigin,
  parseVerifierKey,
  readEntry,
  utf8,
  verifierKey,
  verifyConsistency,
  verifyInclusion,
} from '@sallyport/core/journal';
import type { oneEntry } from '@sallyport/server/contracts/journal';
import type { z } from 'zod';
import type { Remembered } from './remembered.ts';
import { withWebCrypto } from './web-crypto.ts';

export type Entry = z.output<(typeof oneEntry)['output']>;

/** What was checked, and what came of it. */
export type Check =
  | { readonly name: 'body' | 'fields' | 'signature' | 'inclusion'; readonly came: 'holds' | 'broken' }
  | {
      readonly name: 'history';
      /** `rollback`: the log is shorter than it was; `fork`: it does not go on from what it was; `key`: somebody else signs. */
      readonly came: 'holds' | 'first' | 'epoch' | 'earlier' | 'rollback' | 'fork' | 'key';
    };

const fine: ReadonlySet<Check['came']> = new Set(['holds', 'first', 'epoch', 'earlier']);
export const isInOrder = ({ came }: Check): boolean => fine.has(came);

export type Verified = {
  readonly checks: readonly Check[];
  /** Under which name the log is remembered, and its newest state; null where something did not hold. */
  readonly head: { readonly log: string; readonly state: Remembered } | null;
};

export type ToVerify = {
  readonly id: string;
  readonly entry: Entry;
  /** The log as it goes on now, and its key as the program prints it: what this device remembers decides whether it is the one of before. */
  readonly head: { readonly origin: string; readonly key: string };
  readonly recall: (log: string) => Remembered | null;
  /** The hashes that lead from one size to a later one; null where the program has no log of that size. */
  readonly consistency: (old: number, size: number) => Promise<readonly string[] | null>;
};

/** Computes here what the program says of an entry; null as long as the entry is not sealed. */
export async function verifyEntry(asked: ToVerify): Promise<Verified | null> {
  const { id, entry, head } = asked;
  const { proof, number, body } = entry;
  if (proof === null || number === null) return null;
  const bytes = utf8(body);
  const read = readEntry(bytes);
  const came = (holds: boolean): 'holds' | 'broken' => (holds ? 'holds' : 'broken');

  const isShown = read !== null && read.id === id && read.id === entry.id && read.action === entry.action;
  const fields = await withWebCrypto(({ sha }) =>
    entry.fields.every((field) => {
      if (field.state === 'erased') return true;
      const salt = fromBase64(field.salt);
      return read !== null && salt !== null && opens(sha, read, { path: field.path, value: field.value, salt });
    }),
  );
  const checkpoint = await withWebCrypto(({ sha, verify }) => {
    const claimed = parseCheckpoint(parseNote(proof.checkpoint)?.text ?? '');
    const known = parseVerifierKey(sha, head.key);
    if (claimed === null || known === null || logOf(claimed.origin) !== logOf(head.origin)) return null;
    // One key signs every epoch of a log, each under its own name.
    const signer = verifierKey(sha, claimed.origin, 'note', known.publicKey);
    return typeof openNote(verify, [signer], proof.checkpoint) === 'string' ? null : claimed;
  });
  const included = await withWebCrypto(({ sha }) => {
    if (checkpoint === null) return false;
    const hashes = proof.hashes.flatMap((hash) => fromBase64(hash) ?? []);
    const { size, root } = checkpoint;
    return verifyInclusion(sha, { index: number - 1, size, leaf: leafHash(sha, bytes), proof: hashes, root });
  });
  const checks: Check[] = [
    { name: 'body', came: came(isShown) },
    { name: 'fields', came: came(fields) },
    { name: 'signature', came: came(checkpoint !== null) },
    { name: 'inclusion', came: came(included) },
  ];
  const origin = checkpoint === null ? null : parseOrigin(checkpoint.origin);
  if (checkpoint === null || origin === null) return { checks, head: null };
  const { log, epoch } = origin;
  const state = { epoch, size: checkpoint.size, root: base64(checkpoint.root), key: publicKeyOf(head.key) };
  const before = asked.recall(log);
  const goesOn = (parseOrigin(head.origin)?.epoch ?? 0) > epoch;
  const history = before === null ? 'first' : await compared(before, state, goesOn, asked.consistency);
  checks.push({ name: 'history', came: history });
  const inOrder = checks.every((check) => isInOrder(check));
  const isNewer = before === null || epoch > before.epoch || (epoch === before.epoch && state.size > before.size);
  return { checks, head: inOrder && isNewer ? { log, state } : null };
}

type History = Extract<Check, { name: 'history' }>['came'];

/** Whether the log goes on from the state this device remembers. */
async function compared(
  before: Remembered,
  now: Remembered,
  /** Whether the log was begun anew after the epoch that is looked at. */
  goesOn: boolean,
  consistency: ToVerify['consistency'],
): Promise<History> {
  if (before.key !== now.key) return 'key';
  if (now.epoch > before.epoch) return 'epoch';
  if (now.epoch < before.epoch) return goesOn ? 'earlier' : 'rollback';
  if (now.size === before.size) return now.root === before.root ? 'holds' : 'fork';
  // Another page may have seen a later state than this answer is of: then that one has to go on from this.
  const [old, later] = now.size > before.size ? [before, now] : [now, before];
  const hashes = await consistency(old.size, later.size);
  if (hashes === null) return 'rollback';
  const holds = await withWebCrypto(({ sha }) =>
    verifyConsistency(sha, {
      old: { size: old.size, root: bytesOf(old.root) },
      size: later.size,
      root: bytesOf(later.root),
      proof: hashes.map(bytesOf),
    }),
  );
  return holds ? 'holds' : 'fork';
}

/** What is no hash is one that nothing leads to. */
const bytesOf = (text: string): Uint8Array => fromBase64(text) ?? new Uint8Array(0);

const logOf = (origin: string): string | null => parseOrigin(origin)?.log ?? null;

/** The name in front of it has the epoch in it, which changes. */
const publicKeyOf = (key: string): string => key.split('+').slice(2).join('+');
