import type { EpochBegun } from '../../packages/core/src/journal/entry/epoch-begun.ts';
import { tilePath } from '../../packages/core/src/journal/tiles/tile-path.ts';
import { type Finding, type FindingKind, kindOf } from '../../packages/core/src/journal/verify/finding.ts';
import { type Held } from '../../packages/core/src/journal/verify/held.ts';
import { type Verified, verifyLog } from '../../packages/core/src/journal/verify/verify-log.ts';
import { sha, testSigner, verifyEd25519 } from './node-crypto.ts';
import { recordedAt, type SampleLog, sampleEntry, sampleLog } from './sample-log.ts';

export const count = 1000;
export const drafts = Array.from({ length: count }, (_, n) => sampleEntry(n, recordedAt(n)));
export const log = sampleLog(drafts);
export const witness = testSigner('witness.example/w1', 'cosignature', 5);

type Given = {
  readonly from?: SampleLog;
  readonly entries?: readonly (Uint8Array | null)[];
  readonly tiles?: ReadonlyMap<string, Uint8Array> | null;
  readonly own?: readonly string[];
  readonly outside?: readonly Held[];
  readonly keys?: readonly SampleLog[];
  readonly next?: EpochBegun;
};

export const outsideOf = (from: SampleLog, nth: number): Held => {
  const { note, at } = from.checkpoints.at(nth) ?? { note: '', at: 0 };
  return { note, outside: true, newestAt: at };
};
export const everyDay = log.checkpoints.map((_, n) => outsideOf(log, n));

/** As a database hands them out; a page that is not a round number, so that its borders lie anywhere. */
function* inPages<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += 97) yield all.slice(from, from + 97);
}

export async function verified({
  from = log,
  entries,
  tiles,
  own,
  outside = everyDay,
  keys = [from],
  next,
}: Given): Promise<Verified> {
  const files = tiles === undefined ? from.tiles : tiles;
  return verifyLog(sha, verifyEd25519, {
    origin: from.origin,
    keys: { log: keys.map(({ signer }) => signer.key), witnesses: [witness.key] },
    entries: inPages(entries ?? from.entries),
    tiles: files === null ? null : async (tiles) => tiles.map((tile) => files.get(tilePath(tile)) ?? null),
    held: inPages([
      ...(own ?? from.checkpoints.map(({ note }) => note)).map((note) => ({ note, outside: false, newestAt: null })),
      ...outside,
    ]),
    ...(next && { next }),
  });
}
export const found = ({ findings }: Verified, kind: FindingKind = 'broken'): Finding[] =>
  findings.filter(({ code }) => kindOf(code) === kind);
export const briefly = (verdict: Verified, kind: FindingKind = 'broken'): unknown[] =>
  found(verdict, kind).map(({ code, index, day: on }) => [code, index, on]);

/** Ends a test whose sample does not hold what it was made to hold. */
export function absurd(): never {
  throw new Error('not there');
}
