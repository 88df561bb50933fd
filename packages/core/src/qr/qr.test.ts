import { expect, test } from 'vitest';
import { codewordsOf, versionFor } from './codewords.ts';
import { masks } from './masks.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { power, times } from './reed-solomon.ts';
import { type Version, versions } from './versions.ts';

/** The mask that the code names beside its upper left corner (ISO/IEC 18004, 7.9). */
function maskIn(matrix: Matrix): number {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((row) => [row, 8] as const);
  const more = [7, 5, 4, 3, 2, 1, 0].map((column) => [8, column] as const);
  const format = [...places, ...more].reduce(
    (bits, [row, column], at) => bits | (Number(matrix[row]?.[column]) << at),
    0,
  );
  return ((format ^ 0x5412) >> 10) & 7;
}

/** Whether a module belongs to the frame, told from the geometry alone. */
function isFrame({ size, number, centres }: Version, row: number, column: number): boolean {
  const corner = (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9);
  const timing = row === 6 || column === 6;
  const numbered = number >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11));
  const near = (at: number): number | undefined => centres.find((centre) => Math.abs(centre - at) <= 2);
  const [y, x] = [near(row), near(column)];
  const last = centres.at(-1);
  const squared =
    y !== undefined && x !== undefined && !(y === 6 && x === 6) && !(y === 6 && x === last) && !(y === last && x === 6);
  return corner || timing || numbered || squared;
}

/** Reads a clean picture of a code back: the data codewords of each block, checked against their correction. */
function read(matrix: Matrix, version: Version): string {
  const { size, total, blocks, correctionPerBlock } = version;
  const mask = masks[maskIn(matrix)] ?? (() => false);
  const bits: number[] = [];
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++)
      for (const column of [right, right - 1]) {
        const row = up ? size - 1 - step : step;
        if (!isFrame(version, row, column)) bits.push(Number(matrix[row]?.[column] !== mask(row, column)));
      }
    up = !up;
  }
  const words = Array.from({ length: total }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2));
  const longer = total % blocks;
  const short = Math.floor(total / blocks) - correctionPerBlock;
  const parts: number[][] = Array.from({ length: blocks }, () => []);
  let next = 0;
  for (let at = 0; at <= short; at++)
    for (const [block, part] of parts.entries())
      if (at < short || block >= blocks - longer) part.push(words[next++] ?? 0);
  const data = parts.flat();
  for (let at = 0; at < correctionPerBlock; at++) for (const part of parts) part.push(words[next++] ?? 0);
  for (const part of parts)
    for (let root = 0; root < correctionPerBlock; root++)
      expect(part.reduce((sum, word) => times(sum, power(root)) ^ word, 0)).toBe(0);

  const stream = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  const head = version.number < 10 ? 12 : 20;
  const length = Number.parseInt(stream.slice(4, head), 2);
  const bytes = Array.from({ length }, (_, at) => Number.parseInt(stream.slice(head + 8 * at, head + 8 * at + 8), 2));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

test.each(versions)('version $number is read back as what it was made of', (version) => {
  const capacity = version.total - version.blocks * version.correctionPerBlock - (version.number < 10 ? 2 : 3);
  for (const length of [capacity, capacity - 1]) {
    const text = `平安门${'otpauth://totp/x?secret=ABCDEFGH234567'.repeat(20)}`;
    const bytes = new TextEncoder().encode(text).slice(0, length);
    expect(versionFor(bytes.length)).toBe(version);
    expect(read(matrixOf(codewordsOf(bytes, version), version), version)).toBe(new TextDecoder().decode(bytes));
  }
});

test('what no version here holds is refused', () => {
  expect(() => versionFor(400)).toThrow(RangeError);
});
