import { describe, expect, it } from 'vitest';
import { sha, testSigner, verifyEd25519 } from '../../../../../tests/support/node-crypto.ts';
import { checkpointText } from '../note/checkpoint.ts';
import { printNote } from '../note/note.ts';
import { signNote } from '../note/sign.ts';
import { leafHashes } from '../tree/hash.ts';
import { MemoryTree } from '../tree/memory-tree.ts';
import { parseAddCheckpoint, printAddCheckpoint } from './add-checkpoint.ts';
import {
  answerAddCheckpoint,
  type KnownLog,
  parseConflict,
  printConflict,
  printCosignatures,
  readCosignatures,
} from './answer.ts';

const origin = 'sallyport.example/org-1/1';
const log = testSigner(origin, 'note', 1);
const witness = testSigner('witness.example/w1', 'cosignature', 2);
const tree = new MemoryTree(
  sha,
  leafHashes(
    sha,
    Array.from({ length: 40 }, (_, n) => Uint8Array.of(n)),
  ),
);

function noteOf(size: number, root = tree.root(size), signer = log): string {
  const text = checkpointText({ origin, size, root });
  return printNote({ text, signatures: [signNote(signer, text)] });
}
const knows = (last: KnownLog['last']) => ({
  sha,
  verify: verifyEd25519,
  knownLog: (name: string): KnownLog | null => (name === origin ? { origin, keys: [log.key], last } : null),
});
const at = (size: number): KnownLog['last'] => ({ size, root: tree.root(size) });
const ask = (old: number, size: number): string =>
  printAddCheckpoint({ old, proof: tree.consistency(old, size), note: noteOf(size) });

describe('a request to a witness', () => {
  it('is read as the specification prints it', () => {
    const body = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;
    const request = parseAddCheckpoint(body);
    expect(request).toMatchObject({ old: 20_852_014, proof: { length: 4 } });
    expect(request === null ? '' : printAddCheckpoint(request)).toBe(body);
  });

  it.each([
    ['old size with a leading zero', (body: string) => body.replace('old 5', 'old 05')],
    ['no old size', (body: string) => body.replace('old 5\n', '')],
    ['another word', (body: string) => body.replace('old 5', 'size 5')],
    [
      'a proof line of 31 bytes',
      (body: string) => body.replace('\n\n', `\n${Buffer.alloc(31).toString('base64')}\n\n`),
    ],
    [
      '64 proof lines',
      (body: string) => body.replace('\n\n', `\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\n`),
    ],
    ['no note', (body: string) => body.slice(0, body.indexOf('\n\n') + 2)],
    ['a note without signature', (body: string) => body.slice(0, body.indexOf('—'))],
    ['nothing', () => ''],
  ])('with %s is answered 400', (_, spoil) => {
    expect(answerAddCheckpoint(knows(at(5)), spoil(ask(5, 20)))).toEqual({ status: 400 });
  });
});

describe('a witness', () => {
  it('cosigns what only adds to what it saw, the first time and again', () => {
    for (const [last, old, size] of [
      [null, 0, 5],
      [at(5), 5, 20],
      [at(20), 20, 20],
      [at(20), 20, 40],
    ] as const) {
      const answer = answerAddCheckpoint(knows(last), ask(old, size));
      if (answer.status !== 200) throw new Error(String(answer.status));
      expect(answer.checkpoint).toEqual({ origin, size, root: tree.root(size) });
      const lines = printCosignatures([answer.cosign(witness, 1_795_000_000)]);
      expect(readCosignatures(verifyEd25519, [witness.key], noteOf(size), lines)).toHaveLength(1);
    }
  });

  it('answers 409 with its size to whoever stands elsewhere', () => {
    const answer = answerAddCheckpoint(knows(at(20)), ask(0, 40));
    expect(answer).toEqual({ status: 409, size: 20, fork: false });
    expect(parseConflict(printConflict(20))).toBe(20);
    for (const body of ['20', '020\n', '', 'x\n', '2\n0\n']) expect(parseConflict(body)).toBeNull();
  });

  it('answers 409 to another root at the same size, and keeps it as a fork', () => {
    const note = noteOf(20, tree.root(19));
    expect(answerAddCheckpoint(knows(at(20)), printAddCheckpoint({ old: 20, proof: [], note }))).toEqual({
      status: 409,
      size: 20,
      fork: true,
    });
  });

  it('answers 422 to a rewritten past, 404 to a log it does not know, 403 to another key, 400 to a log that shrinks', () => {
    const rewritten = new MemoryTree(
      sha,
      leafHashes(
        sha,
        Array.from({ length: 40 }, () => Uint8Array.of(9)),
      ),
    );
    const proof = rewritten.consistency(5, 40);
    const forged = printAddCheckpoint({ old: 5, proof, note: noteOf(40, rewritten.root()) });
    expect(answerAddCheckpoint(knows(at(5)), forged)).toEqual({ status: 422 });
    expect(answerAddCheckpoint(knows(null), printAddCheckpoint({ old: 0, proof, note: noteOf(40) }))).toEqual({
      status: 422,
    });
    expect(answerAddCheckpoint({ ...knows(null), knownLog: () => null }, ask(0, 5))).toEqual({ status: 404 });
    const stranger = testSigner(origin, 'note', 7);
    const signed = printAddCheckpoint({ old: 0, proof: [], note: noteOf(5, tree.root(5), stranger) });
    expect(answerAddCheckpoint(knows(null), signed)).toEqual({ status: 403 });
    const shrunk = printAddCheckpoint({ old: 20, proof: [], note: noteOf(5) });
    expect(answerAddCheckpoint(knows(at(20)), shrunk)).toEqual({ status: 400 });
  });

  it('is not believed when its line is for another checkpoint; strangers beside it are passed over', () => {
    const answer = answerAddCheckpoint(knows(null), ask(0, 5));
    if (answer.status !== 200) throw new Error(String(answer.status));
    const line = answer.cosign(witness, 1);
    const stranger = answer.cosign(testSigner('witness.example/w2', 'cosignature', 8), 1);
    const lines = printCosignatures([stranger, line]);
    expect(readCosignatures(verifyEd25519, [witness.key], noteOf(5), lines)).toEqual([line]);
    expect(readCosignatures(verifyEd25519, [witness.key], noteOf(6), lines)).toBeNull();
    expect(readCosignatures(verifyEd25519, [], noteOf(5), lines)).toEqual([]);
    expect(readCosignatures(verifyEd25519, [witness.key], noteOf(5), 'rubbish')).toBeNull();
  });
});
