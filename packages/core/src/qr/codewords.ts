import { correction } from './reed-solomon.ts';
import { type Version, versions } from './versions.ts';

const dataLength = ({ total, blocks, correctionPerBlock }: Version): number => total - blocks * correctionPerBlock;

/** Bits of the length: one byte up to version 9, two from there on. */
const lengthBits = ({ number }: Version): number => (number < 10 ? 8 : 16);

/** The smallest version that holds so many bytes; throws where none does. */
export function versionFor(bytes: number): Version {
  const found = versions.find((version) => 4 + lengthBits(version) + 8 * bytes <= 8 * dataLength(version));
  if (found === undefined) throw new RangeError(`${bytes} bytes are too many for a code here`);
  return found;
}

/** Mode, length, text and padding as bytes. */
function dataOf(bytes: Uint8Array, version: Version): readonly number[] {
  const bits: number[] = [];
  const put = (number: number, count: number): void => {
    for (let bit = count - 1; bit >= 0; bit--) bits.push((number >> bit) & 1);
  };
  put(0b0100, 4);
  put(bytes.length, lengthBits(version));
  for (const byte of bytes) put(byte, 8);
  const capacity = 8 * dataLength(version);
  put(0, Math.min(4, capacity - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) put(pad, 8);
  return Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit) => (byte << 1) | bit, 0),
  );
}

/** Everything that is drawn, in the order in which it is drawn: the blocks take turns, so that a stain hits each of them a little. */
export function codewordsOf(bytes: Uint8Array, version: Version): readonly number[] {
  const data = dataOf(bytes, version);
  const { total, blocks, correctionPerBlock } = version;
  const short = Math.floor(total / blocks) - correctionPerBlock;
  const longOnes = total % blocks;
  const parts: (readonly number[])[] = [];
  let from = 0;
  for (let block = 0; block < blocks; block++) {
    const length = short + (block < blocks - longOnes ? 0 : 1);
    parts.push(data.slice(from, from + length));
    from += length;
  }
  const inTurns = (lists: readonly (readonly number[])[], most: number): number[] =>
    Array.from({ length: most }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  return [
    ...inTurns(parts, short + 1),
    ...inTurns(
      parts.map((part) => correction(part, correctionPerBlock)),
      correctionPerBlock,
    ),
  ];
}
