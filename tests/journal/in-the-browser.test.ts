import { parseInstant } from '@sallyport/core/calendar';
import {
  base64,
  checkpointText,
  commitments,
  type Entry,
  entryBytes,
  fromUtf8,
  hashAt,
  leafHash,
  MemoryTree,
  printNote,
  printVerifierKey,
  signNote,
} from '@sallyport/core/journal';
import { expect, test } from 'vitest';
import type { Remembered } from '../../packages/web/src/features/journal/proof/remembered.ts';
import { type ToVerify, verifyEntry } from '../../packages/web/src/features/journal/proof/verify-entry.ts';
import { sha, testSigner } from '../support/node-crypto.ts';

const log = 'installation/org-a';
const salt = new Uint8Array(32).fill(1);
const idOf = (n: number): string => `01936b2e-7c1d-7a3b-9f00-${String(n).padStart(12, '0')}`;

/** A log of as many entries, as the program keeps it; `rewritten` from an entry on. */
function logOf(size: number, { rewritten = size, epoch = 1, seed = 7 } = {}) {
  const origin = `${log}/${epoch}`;
  const signer = testSigner(origin, 'note', seed);
  const commitment = hashAt(commitments(sha, [{ path: 'name', value: 'x', salt }]), 0);
  const bodies = Array.from({ length: size }, (_, n) => {
    const entry: Entry = {
      id: idOf(n),
      action: n < rewritten ? 'trip.submit' : 'trip.cancel',
      actor: null,
      at: { instant: parseInstant('2026-11-24T02:03:04Z') ?? 0 },
      refs: {},
      fields: { name: commitment },
      open: null,
    };
    return entryBytes(entry);
  });
  const tree = new MemoryTree(sha);
  for (const body of bodies) tree.append(leafHash(sha, body));
  const text = checkpointText({ origin, size, root: tree.root() });
  const checkpoint = printNote({ text, signatures: [signNote(signer, text)] });
  const head = { origin, key: printVerifierKey(signer.key) };
  const asked = (index: number): ToVerify => ({
    id: idOf(index),
    head,
    entry: {
      id: idOf(index),
      action: index < rewritten ? 'trip.submit' : 'trip.cancel',
      subject: null,
      account: null,
      by: null,
      day: '2026-11-24',
      number: index + 1,
      body: fromUtf8(bodies[index] ?? new Uint8Array(0)) ?? '',
      fields: [{ path: 'name', state: 'kept', value: 'x', salt: base64(salt), opens: true }],
      proof: { checkpoint, size, hashes: tree.inclusion(index).map(base64), holds: true },
    },
    recall: () => null,
    consistency: async (old, later) => (later > size ? null : tree.consistency(old, later).map(base64)),
  });
  return { asked };
}

async function cameOf(asked: ToVerify): Promise<Record<string, string>> {
  const verified = await verifyEntry(asked);
  return Object.fromEntries((verified?.checks ?? []).map(({ name, came }) => [name, came]));
}

const whole = { body: 'holds', fields: 'holds', signature: 'holds', inclusion: 'holds' };
/** What a device keeps that saw the log at a size. */
const seen = async (...made: Parameters<typeof logOf>): Promise<Remembered> => {
  const verified = await verifyEntry(logOf(...made).asked(0));
  if (!verified?.head) throw new Error('nothing to remember');
  return verified.head.state;
};

test('every entry of logs of many sizes leads to the signed checkpoint, with the cryptography of a browser', async () => {
  for (const size of [1, 2, 7, 33])
    for (const index of new Set([0, Math.floor(size / 2), size - 1]))
      expect(await cameOf(logOf(size).asked(index)), `${index} of ${size}`).toEqual({ ...whole, history: 'first' });
});

test('an entry that is not sealed proves nothing yet', async () => {
  const { asked } = logOf(3);
  const one = asked(1);
  expect(await verifyEntry({ ...one, entry: { ...one.entry, proof: null } })).toBeNull();
});

test.each<[string, (one: ToVerify['entry']) => Partial<ToVerify['entry']>, Record<string, string>]>([
  [
    'another action in its body',
    (one) => ({ body: one.body.replace('trip.submit', 'trip.cancel') }),
    { body: 'broken', inclusion: 'broken' },
  ],
  [
    'the body of another entry',
    () => ({ body: logOf(9).asked(4).entry.body }),
    { body: 'broken', inclusion: 'broken' },
  ],
  [
    'another value beside it',
    () => ({ fields: [{ path: 'name', state: 'kept', value: 'y', salt: base64(salt), opens: true }] }),
    { fields: 'broken' },
  ],
  ['the number of another', () => ({ number: 3 }), { inclusion: 'broken' }],
  [
    'another size under the signature',
    (one) => ({ proof: one.proof && { ...one.proof, checkpoint: one.proof.checkpoint.replace('\n9\n', '\n8\n') } }),
    { signature: 'broken', inclusion: 'broken' },
  ],
  [
    'the checkpoint of another log',
    (one) => ({ proof: one.proof && { ...one.proof, checkpoint: one.proof.checkpoint.replaceAll('org-a', 'org-b') } }),
    { signature: 'broken', inclusion: 'broken' },
  ],
])('an answer with %s is named, and nothing of it is remembered', async (_, change, broken) => {
  const one = logOf(9).asked(5);
  const tampered = { ...one, entry: { ...one.entry, ...change(one.entry) } };
  const came = await cameOf(tampered);
  const { history: _history, ...steps } = { history: '', ...came };
  expect(steps).toEqual({ ...whole, ...broken });
  expect((await verifyEntry(tampered))?.head).toBeNull();
});

test('what a device remembers shows whether the log goes on, was rolled back, rewritten, signed by another or begun anew', async () => {
  const before = await seen(9);
  const historyOf = async (...made: Parameters<typeof logOf>) =>
    (await cameOf({ ...logOf(...made).asked(2), recall: () => before }))['history'];
  expect(await historyOf(9)).toBe('holds');
  expect(await historyOf(20)).toBe('holds');
  expect(await historyOf(5)).toBe('rollback');
  expect(await historyOf(9, { rewritten: 6 })).toBe('fork');
  expect(await historyOf(20, { rewritten: 6 })).toBe('fork');
  expect(await historyOf(20, { seed: 8 })).toBe('key');
  expect(await historyOf(4, { epoch: 2 })).toBe('epoch');
});

test('an entry of before a restore is no rollback, and is not taken for the newest state', async () => {
  const now = await seen(4, { epoch: 2 });
  const old = logOf(9).asked(2);
  const head = logOf(4, { epoch: 2 }).asked(0).head;
  const verified = await verifyEntry({ ...old, head, recall: () => now });
  expect([verified?.checks.at(-1), verified?.head]).toEqual([{ name: 'history', came: 'earlier' }, null]);
  expect((await cameOf({ ...old, recall: () => now }))['history']).toBe('rollback');
});

test('a later state that another page has seen is held to this answer as well', async () => {
  const later = await seen(20);
  const one = logOf(9).asked(2);
  const { consistency } = logOf(20).asked(2);
  expect((await cameOf({ ...one, recall: () => later, consistency }))['history']).toBe('holds');
});
