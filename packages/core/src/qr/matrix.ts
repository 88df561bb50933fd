import { masks, penalty } from './masks.ts';
import type { Version } from './versions.ts';

/** Rows of modules: dark is true. */
export type Matrix = readonly (readonly boolean[])[];

type Draft = (boolean | null)[][];

/** Bits of `data` followed by the remainder that lets a reader check them. */
function checked(data: number, generator: number, length: number): number {
  let rest = data << length;
  const top = 31 - Math.clz32(generator);
  for (let bit = 31 - Math.clz32(rest); bit >= top; bit = 31 - Math.clz32(rest)) rest ^= generator << (bit - top);
  return (data << length) | rest;
}

/** Level M is 00; the pattern keeps the whole from being all light. */
const formatBits = (mask: number): number => checked(mask, 0x537, 10) ^ 0x5412;

/** What every code of a version has, data aside: `null` is free for data. */
function frame({ number, size, centres }: Version, mask: number): Draft {
  const draft: Draft = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
  const put = (row: number, column: number, dark: boolean): void => {
    const line = draft[row];
    if (line !== undefined && column >= 0 && column < size) line[column] = dark;
  };
  const square = (row: number, column: number, reach: number, light: (ring: number) => boolean): void => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) put(row + dy, column + dx, !light(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (let at = 0; at < size; at++) {
    put(6, at, at % 2 === 0);
    put(at, 6, at % 2 === 0);
  }
  const far = size - 4;
  for (const [row, column] of [
    [3, 3],
    [3, far],
    [far, 3],
  ] as const)
    square(row, column, 4, (ring) => ring === 2 || ring === 4);
  const last = centres.at(-1);
  for (const row of centres)
    for (const column of centres)
      if (!((row === 6 && (column === 6 || column === last)) || (column === 6 && row === last)))
        square(row, column, 2, (ring) => ring === 1);

  const format = formatBits(mask);
  for (let bit = 0; bit < 15; bit++) {
    const dark = ((format >> bit) & 1) === 1;
    // Twice: beside the upper left corner, and divided between the other two.
    if (bit < 8) {
      put(bit < 6 ? bit : bit + 1, 8, dark);
      put(8, size - 1 - bit, dark);
    } else {
      put(8, bit === 8 ? 7 : 14 - bit, dark);
      put(size - 15 + bit, 8, dark);
    }
  }
  put(size - 8, 8, true);
  if (number >= 7) {
    const bits = checked(number, 0x1f25, 12);
    for (let bit = 0; bit < 18; bit++) {
      const dark = ((bits >> bit) & 1) === 1;
      const [long, across] = [Math.floor(bit / 3), size - 11 + (bit % 3)];
      put(long, across, dark);
      put(across, long, dark);
    }
  }
  return draft;
}

/** The free modules in the order in which data fills them: pairs of columns from the right, up and down in turn. */
function* path(size: number): Generator<readonly [row: number, column: number]> {
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const row = upwards ? size - 1 - step : step;
      yield [row, right];
      yield [row, right - 1];
    }
    upwards = !upwards;
  }
}

function drawn(codewords: readonly number[], version: Version, mask: number): Matrix {
  const draft = frame(version, mask);
  const flips = masks[mask] ?? (() => false);
  let bit = 0;
  for (const [row, column] of path(version.size)) {
    const line = draft[row];
    if (line === undefined || line[column] !== null) continue;
    const dark = (((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
    line[column] = dark !== flips(row, column);
    bit++;
  }
  return draft.map((line) => line.map((dark) => dark === true));
}

/** Drawn with each mask; the one that readers have the least trouble with. */
export const matrixOf = (codewords: readonly number[], version: Version): Matrix =>
  masks
    .map((_, mask) => drawn(codewords, version, mask))
    .reduce((best, next) => (penalty(next) < penalty(best) ? next : best));
