import { createHash } from 'node:crypto';
import { type Instant, parseInstant } from '@sallyport/core/calendar';
import {
  checkpointText,
  commitments,
  type Entry,
  emptyEdge,
  entryBytes,
  hashAt,
  leafHashes,
  type NoteSigner,
  printNote,
  sealLeaves,
  signNote,
  tilePath,
} from '@sallyport/core/journal';
import { sha, testSigner } from './node-crypto.ts';

/** Bytes that look random and are the same in every run. */
export const bytesOf = (name: string): Uint8Array => new Uint8Array(createHash('sha256').update(name).digest());

export function idOf(name: string, version: 4 | 7 = 7): string {
  const digits = Buffer.from(bytesOf(name)).toString('hex');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, `$1-$2-${version}$3-8$4-$5`);
}

const begin = parseInstant('2026-11-01T01:00:00Z') ?? 0;
export const minute = 60_000_000;
export const day = 24 * 60 * minute;

export function sampleEntry(n: number, at: Instant, change: Partial<Entry> = {}): Entry {
  const paths = ['departsOn', 'kind', 'purpose'];
  const hashes = commitments(
    sha,
    paths.map((path) => ({ path, value: `${path} ${n}`, salt: bytesOf(`${path} ${n}`) })),
  );
  const fields = Object.fromEntries(paths.map((path, at) => [path, hashAt(hashes, at)]));
  const refs = { trip: idOf(`trip ${n}`) };
  return {
    id: idOf(`${n}`),
    action: 'trip.submit',
    actor: idOf('actor'),
    at: { instant: at },
    refs,
    fields,
    open: null,
    ...change,
  };
}

export type SampleLog = {
  readonly origin: string;
  readonly signer: NoteSigner;
  readonly entries: readonly Uint8Array[];
  readonly tiles: ReadonlyMap<string, Uint8Array>;
  /** Signed checkpoints in the order of sealing, with the time of each. */
  readonly checkpoints: readonly { readonly size: number; readonly at: Instant; readonly note: string }[];
};

export const logOrigin = 'sallyport.example/org-1/1';

/** When entry n of a sample was recorded: 40 a day, two minutes apart. */
export const recordedAt = (n: number): Instant => begin + Math.floor(n / 40) * day + (n % 40) * 2 * minute;

/** A log sealed once a day, an hour after the day's last entry. */
export function sampleLog(
  entries: readonly Entry[],
  origin = logOrigin,
  signer = testSigner(origin, 'note', 1),
): SampleLog {
  const bytes = entries.map(entryBytes);
  const tiles = new Map<string, Uint8Array>();
  const checkpoints: { size: number; at: Instant; note: string }[] = [];
  let edge = emptyEdge;
  for (let size = 0; size < bytes.length; ) {
    const next = Math.min(size + 40, bytes.length);
    const sealed = sealLeaves(sha, edge, leafHashes(sha, bytes.slice(size, next)));
    for (const { tile, bytes: hashes } of sealed.tiles) tiles.set(tilePath(tile), hashes);
    const text = checkpointText({ origin, size: next, root: sealed.root });
    const note = printNote({ text, signatures: [signNote(signer, text)] });
    checkpoints.push({ size: next, at: recordedAt(size + 39) + 60 * minute, note });
    ({ edge } = sealed);
    size = next;
  }
  return { origin, signer, entries: bytes, tiles, checkpoints };
}
