// The prints of the instruments' texts, by which a test knows a sentence that was copied, without the texts being kept here.
import { createHash } from 'node:crypto';

/** A print is of this many characters, and the text gives one at every third place: so any run of 16 characters holds one. */
const length = 14;
const step = 3;

/** Letters and digits only: a sentence stays the same sentence when its commas are moved. */
const characters = (text: string): string[] =>
  Array.from(text.normalize('NFC')).filter((one) => /[\p{L}\p{N}]/u.test(one));

const print = (part: readonly string[]): number => createHash('sha256').update(part.join('')).digest().readUInt32BE(0);

function places(found: readonly string[], by: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((found.length - length + 1) / by)) }, (_, index) => index * by);
}

/** What is kept of a text: the first 32 bits of SHA-256 of every third run of fourteen characters. */
export function printsOf(text: string): number[] {
  const found = characters(text);
  return places(found, step).map((at) => print(found.slice(at, at + length)));
}

/** The runs of a sentence of ours that stand in the texts, each as long as its prints show. */
export function copiedRuns(sentence: string, prints: ReadonlySet<number>): string[] {
  const found = characters(sentence);
  const runs: { from: number; to: number }[] = [];
  for (const at of places(found, 1)) {
    if (!prints.has(print(found.slice(at, at + length)))) continue;
    const last = runs.at(-1);
    if (last !== undefined && at <= last.to) last.to = at + length;
    else runs.push({ from: at, to: at + length });
  }
  return runs.map(({ from, to }) => found.slice(from, to).join(''));
}

export const packPrints = (prints: Iterable<number>): Uint8Array => {
  const sorted = [...new Set(prints)].toSorted((a, b) => a - b);
  const bytes = Buffer.alloc(sorted.length * 4);
  for (const [index, value] of sorted.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
};

export const readPrints = (bytes: Buffer): Set<number> =>
  new Set(Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32BE(index * 4)));
