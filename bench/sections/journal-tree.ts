// The journal in memory: entries of 12 fields, sealed in batches of 1,000 until a signed checkpoint covers the last, against trees of npm.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { MerkleTree as LiskTree } from '@liskhq/lisk-tree';
import {
  checkpointText,
  commitments,
  type Entry,
  emptyEdge,
  entryBytes,
  hashAt,
  leafHashes,
  printNote,
  type Sha256,
  sameBytes,
  sealLeaves,
  signNote,
  type VerifierKey,
  verifierKey,
} from '@sallyport/core/journal';
import { MerkleTree } from 'merkletreejs';
import { nodeSha256 } from '../../packages/server/src/platform/hashing/sha256.ts';
import { atLeast, figure } from '../support/row.ts';
import { bestOf, bestOfAsync } from '../support/time.ts';

const count = 50_000;
const batch = 1000;
/** lisk-tree appends one entry at a time: a part of them is enough to see how fast. */
const liskCount = 10_000;
const runs = 5;
const origin = 'bench/org/1';
const sha: Sha256 = nodeSha256;

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const rawKey = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
const key: VerifierKey = verifierKey(sha, origin, 'note', rawKey);
const signer = { key, sign: (message: Uint8Array): Uint8Array => sign(null, message, privateKey) };

const paths = Array.from({ length: 12 }, (_, n) => `field${String.fromCharCode(97 + n)}`);
const bytesOf = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest());
const idOf = (text: string): string =>
  Buffer.from(bytesOf(text))
    .toString('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-8$4-$5');
const drafts = Array.from({ length: count }, (_, n) => ({
  id: idOf(`entry ${n}`),
  trip: idOf(`trip ${n}`),
  openings: paths.map((path, at) => ({
    path,
    value: at % 3 === 0 ? n : `value ${n} of ${path}`,
    salt: bytesOf(`${n} ${at}`),
  })),
}));
const actor = idOf('actor');

function entriesOf(part: typeof drafts): Uint8Array[] {
  const hashes = commitments(
    sha,
    part.flatMap(({ openings }) => openings),
  );
  return part.map(({ id, trip }, n) => {
    const fields: Record<string, Uint8Array> = {};
    for (const [at, path] of paths.entries()) fields[path] = hashAt(hashes, n * paths.length + at);
    const at = { instant: 1_795_000_000_000_000 };
    return entryBytes({ id, action: 'trip.submit', actor, at, refs: { trip }, fields, open: null } satisfies Entry);
  });
}

/** Seals batch after batch; `leavesOf` gives the leaf hashes of a batch. */
function seal(leavesOf: (from: number) => Uint8Array): { readonly root: Uint8Array; readonly note: string } {
  let edge = emptyEdge;
  let last = { root: new Uint8Array(0), note: '' };
  for (let from = 0; from < count; from += batch) {
    const sealed = sealLeaves(sha, edge, leavesOf(from));
    const text = checkpointText({ origin, size: sealed.edge.frontier.size, root: sealed.root });
    last = { root: new Uint8Array(sealed.root), note: printNote({ text, signatures: [signNote(signer, text)] }) };
    ({ edge } = sealed);
  }
  return last;
}

const batches = Array.from({ length: count / batch }, (_, n) => drafts.slice(n * batch, (n + 1) * batch));
const entries = batches.flatMap(entriesOf);
const leaves = leafHashes(sha, entries);
const perSecond = (ms: number, of = count): number => (of / ms) * 1000;
figure('journal: bytes of an entry of 12 fields', entries[0]?.length ?? 0, 'bytes');

const committing = bestOf(runs, () => {
  for (const part of batches) entriesOf(part);
});
figure('journal: 12 commitments and canonical bytes', perSecond(committing), 'entries/s');
const whole = bestOf(runs, () => {
  seal((from) => leafHashes(sha, entriesOf(drafts.slice(from, from + batch))));
});
figure('journal: commitments, bytes, tree, tiles, signed checkpoints', perSecond(whole), 'entries/s');
const sealing = bestOf(runs, () => {
  seal((from) => leafHashes(sha, entries.slice(from, from + batch)));
});
figure('journal: sealing of ready entries, signed checkpoint every 1,000', perSecond(sealing), 'entries/s');
const growing = bestOf(runs, () => {
  seal((from) => leaves.subarray(from * 32, (from + batch) * 32));
});
figure('journal: sealing of ready leaf hashes', perSecond(growing), 'entries/s');

// The peers hash with node:crypto as they document it and sign nothing.
const buffers = entries.map((bytes) => Buffer.from(bytes));
const digest = (data: Buffer): Buffer => createHash('sha256').update(data).digest();
const build = bestOf(runs, () => void new MerkleTree(buffers, digest, { hashLeaves: true }).getRoot());
figure('merkletreejs: bulk build from the same entries', perSecond(build), 'entries/s');
atLeast('journal: sealing against merkletreejs bulk build, both from entries', build / sealing, 'times', 1.2);
const ready = buffers.map(digest);
const buildReady = bestOf(runs, () => void new MerkleTree(ready, digest).getRoot());
figure('merkletreejs: bulk build from ready leaf hashes', perSecond(buildReady), 'entries/s');
atLeast('journal: sealing against merkletreejs bulk build, both from leaf hashes', buildReady / growing, 'times', 1.2);

const lisk = await bestOfAsync(2, async () => {
  const tree = new LiskTree();
  await tree.init([]);
  for (const entry of buffers.slice(0, liskCount)) await tree.append(entry);
});
figure('lisk-tree: append', perSecond(lisk, liskCount), 'entries/s');
atLeast(
  'journal: sealing against lisk-tree append, both from entries',
  lisk / liskCount / (sealing / count),
  'times',
  10,
);

// The peers' trees have other prefixes and shapes, so no root can be compared with theirs; the journal's is, with itself in one go.
const ours = seal((from) => leaves.subarray(from * 32, (from + batch) * 32));
const again = sealLeaves(sha, emptyEdge, leaves);
if (!sameBytes(ours.root, again.root)) throw new Error('batches and one go give different roots');
