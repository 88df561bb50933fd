import type { Instant } from '@sallyport/core/calendar';
import {
  checkpointText,
  type Edge,
  edgeTiles,
  emptyEdge,
  emptyRoot,
  hashAt,
  JournalError,
  openEdge,
  printNote,
  rootOf,
  sameBytes,
  sealLeaves,
  signNote,
} from '@sallyport/core/journal';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Reached } from '../../platform/steps/steps.ts';
import type { Pending } from './append-store.ts';
import { type JournalParts, logSigner, originOf, sha } from './log.ts';
import * as store from './seal-store.ts';

/** Edges of logs as this process left them, by organisation: good as long as the head still says the same. */
type Edges = Map<string, { readonly epoch: number; readonly root: Uint8Array; readonly edge: Edge }>;

export type SealParts = Pick<JournalParts, 'installation' | 'key'> & {
  readonly edges: Edges;
  readonly reached?: Reached | undefined;
};

/** Rows of `journal_pending` under one checkpoint: a burst is sealed in several, each a short transaction. */
const mostRows = 4000;

/**
 * Seals what waits in the log of the transaction's organisation and says how many entries it sealed. All is one transaction: whatever is
 * killed in between, the entries wait as before. Entries come in the order of their time and id (DECISIONS 9); one that was committed late
 * waits like any other and is sealed next.
 */
export async function sealPending(tx: Transaction, parts: SealParts, now: Instant): Promise<number> {
  const head = await lockHead(tx);
  if (head === null) return 0;
  const pending = await store.takePending(tx, mostRows);
  if (pending.length === 0) return 0;
  const { entries, leaves } = inOrder(pending);
  await sealOnto(tx, parts, head, { entries, leaves }, now);
  return entries.length;
}

/** Gives entries their leaves behind the head, and signs. The caller holds the head. */
export async function sealOnto(
  tx: Transaction,
  parts: SealParts,
  head: store.Head,
  { entries, leaves }: { readonly entries: readonly string[]; readonly leaves: Uint8Array },
  now: Instant,
): Promise<string> {
  const before = await edgeAt(tx, parts.edges, head);
  const { edge, root, tiles } = sealLeaves(sha, before, leaves);
  const origin = originOf(parts, tx.org, head.epoch);
  const next: store.Head = { epoch: head.epoch, size: edge.frontier.size, root };
  const text = checkpointText({ origin, ...next });
  const note = printNote({ text, signatures: [signNote(logSigner(parts, origin), text)] });
  await store.insertLeaves(tx, head, entries);
  await store.writeTiles(tx, head.epoch, tiles);
  parts.reached?.('seal');
  await store.insertCheckpoint(tx, next, note, now);
  await store.writeHead(tx, next);
  // Kept before the commit: should it fail, the head still says another root and the edge is read again.
  parts.edges.set(tx.org, { epoch: next.epoch, root, edge });
  return note;
}

export const firstHead = (): store.Head => ({ epoch: 1, size: 0, root: emptyRoot(sha) });

async function lockHead(tx: Transaction): Promise<store.Head | null> {
  const head = await store.lockHead(tx);
  if (head !== null) return head;
  return (await store.beginLog(tx, firstHead())) ? store.lockHead(tx) : null;
}

/** A tree that does not give the signed root is not built upon: what is wrong is said by `journal verify`. */
async function edgeAt(tx: Transaction, edges: Edges, { epoch, size, root }: store.Head): Promise<Edge> {
  const known = edges.get(tx.org);
  if (known?.epoch === epoch && known.edge.frontier.size === size && sameBytes(known.root, root)) return known.edge;
  if (size === 0) return emptyEdge;
  const read = await store.readTiles(tx, epoch, edgeTiles(size));
  const edge = openEdge(sha, size, (tile) => read(tile) ?? new Uint8Array(0));
  if (!sameBytes(rootOf(sha, edge.frontier), root)) throw new JournalError('tile-missing');
  return edge;
}

function inOrder(pending: readonly Pending[]): { readonly entries: readonly string[]; readonly leaves: Uint8Array } {
  const all = pending.flatMap(({ at, entries, leaves }) =>
    entries.map((id, n) => ({ at, id, leaf: hashAt(leaves, n) })),
  );
  all.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const leaves = new Uint8Array(all.length * 32);
  for (const [n, { leaf }] of all.entries()) leaves.set(leaf, n * 32);
  return { entries: all.map(({ id }) => id), leaves };
}
