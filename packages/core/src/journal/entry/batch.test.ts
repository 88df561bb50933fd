import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha } from '../../../../../tests/support/node-crypto.ts';
import { parseDay, parseInstant } from '../../calendar/index.ts';
import { fromUtf8 } from '../bytes/utf8.ts';
import { hashAt } from '../sha256.ts';
import { leafHashes } from '../tree/hash.ts';
import { MemoryTree } from '../tree/memory-tree.ts';
import { type BatchShape, type Cover, closeBatch, coversNeeded } from './batch.ts';
import { commitments, opens } from './commitment.ts';
import type { Entry } from './entry.ts';
import { entryBytes } from './entry-bytes.ts';
import { isKept, parsePromise, promiseText } from './promise.ts';

const shape: BatchShape = { action: 'report.file', paths: ['text', 'about'], size: 8 };
const day = parseDay('2026-11-24') ?? 0;
/** Bytes that look random and are the same in every run. */
const bytesOf = (name: string): Buffer => createHash('sha256').update(name).digest();
const idOf = (name: string): string =>
  bytesOf(name)
    .toString('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
const coverOf = (n: number): Cover => ({
  id: idOf(`cover ${n}`),
  commitments: Buffer.concat([bytesOf(`a ${n}`), bytesOf(`b ${n}`)]),
});
const covers = (count: number): Cover[] => Array.from({ length: count }, (_, n) => coverOf(n));
function filing(n: number): Entry {
  const openings = shape.paths.map((path) => ({ path, value: `${path} ${n}`, salt: bytesOf(`salt ${path} ${n}`) }));
  const hashes = commitments(sha, openings);
  const fields = Object.fromEntries(openings.map(({ path }, at) => [path, hashAt(hashes, at)]));
  return { id: idOf(`filing ${n}`), action: shape.action, actor: null, at: { day }, refs: {}, fields, open: null };
}

describe('a batch of filings', () => {
  it('has one size, whether nobody filed or eight did, and the next size from nine on', () => {
    for (const [filed, size] of [
      [0, 8],
      [1, 8],
      [8, 8],
      [9, 16],
    ] as const) {
      const filings = Array.from({ length: filed }, (_, n) => filing(n));
      expect(coversNeeded(shape, filed)).toBe(size - filed);
      expect(closeBatch(shape, day, filings, covers(size - filed))).toHaveLength(size);
    }
    expect(() => closeBatch(shape, day, [filing(1)], covers(6))).toThrow('cover-missing');
  });

  it('shows in no entry, length, key or place which are filings', () => {
    const filings = [filing(1), filing(2)];
    const batch = closeBatch(shape, day, filings, covers(6));
    const texts = batch.map((entry) => fromUtf8(entryBytes(entry)) ?? '');
    const blind = (text: string): string =>
      text.replaceAll(/"[A-Za-z0-9+/]{43}="/g, 'HASH').replaceAll(/"[0-9a-f-]{36}"/g, 'ID');
    expect(new Set(texts.map(blind)).size).toBe(1);
    expect(new Set(texts.map((text) => text.length)).size).toBe(1);
    expect(texts[0]).not.toMatch(/T[0-9]{2}:/);
    // Filed first and second, they stand where their random ids put them.
    expect(batch.map(({ id }) => id)).toEqual(batch.map(({ id }) => id).toSorted());
    expect(closeBatch(shape, day, filings.toReversed(), covers(6).toReversed())).toEqual(batch);
  });

  it('lets whoever holds the salt find the filing', () => {
    const batch = closeBatch(shape, day, [filing(1)], covers(7));
    const opening = { path: 'text', value: 'text 1', salt: bytesOf('salt text 1') };
    expect(batch.filter((entry) => opens(sha, entry, opening)).map(({ id }) => id)).toEqual([filing(1).id]);
  });

  it.each<[string, Partial<Entry>]>([
    ['another action', { action: 'report.add' }],
    ['an actor', { actor: idOf('actor') }],
    ['a minute', { at: { instant: parseInstant('2026-11-24T10:00:00Z') ?? 0 } }],
    ['another day', { at: { day: day - 1 } }],
    ['a reference', { refs: { report: idOf('report') } }],
    ['a field left out', { fields: { text: new Uint8Array(32) } }],
    ['a field more', { fields: { text: new Uint8Array(32), about: new Uint8Array(32), more: new Uint8Array(32) } }],
  ])('takes no filing with %s: it would stand out', (_, change) => {
    expect(() => closeBatch(shape, day, [{ ...filing(1), ...change }], covers(7))).toThrow('batch-shape');
  });
});

describe('the promise given at filing', () => {
  const origin = 'sallyport.example/org/1';
  const batch = closeBatch(shape, day, [filing(1)], covers(7));
  const tree = new MemoryTree(sha, leafHashes(sha, batch.map(entryBytes)));
  const index = batch.findIndex(({ id }) => id === filing(1).id);
  const leaf = hashAt(leafHashes(sha, [entryBytes(filing(1))]), 0);
  const promise = { origin, leaf, closes: parseInstant('2026-11-24T10:00:00Z') ?? 0 };
  const checkpoint = { origin, size: 8, root: tree.root() };
  const kept = { checkpoint, index, proof: tree.inclusion(index), leaf };

  it('tells the hour of closing and no other time, and is read back', () => {
    expect(promiseText(promise)).toMatch(
      /^sallyport\.promise\/v1\nsallyport\.example\/org\/1\n[^\n]{44}\n2026-11-24T10:00:00Z\n$/,
    );
    expect(parsePromise(promiseText(promise))).toEqual(promise);
    for (const text of [
      '',
      promiseText(promise).slice(1),
      `${promiseText(promise)}\n`,
      promiseText(promise).slice(0, -1),
    ]) {
      expect(parsePromise(text)).toBeNull();
    }
  });

  it('is kept by a proof of this leaf in this log, and by no other', () => {
    expect(isKept(sha, promise, kept)).toBe(true);
    expect(isKept(sha, { ...promise, origin: 'other/1' }, kept)).toBe(false);
    expect(isKept(sha, { ...promise, leaf: new Uint8Array(32) }, kept)).toBe(false);
    expect(isKept(sha, promise, { ...kept, index: (index + 1) % 8 })).toBe(false);
    expect(isKept(sha, promise, { ...kept, checkpoint: { ...checkpoint, root: leaf } })).toBe(false);
  });
});
