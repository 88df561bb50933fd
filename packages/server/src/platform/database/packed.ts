/** Byte strings as one parameter, with where each begins (counted from one, as SQL counts) and how long it is. */
export type Packed = {
  readonly bytes: Buffer;
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
};

/**
 * Puts byte strings one behind the other. An array of `bytea` goes to the database as text, each byte as two digits and every quote
 * escaped, and is parsed there again; one value goes as it is, and `substr` cuts it up.
 */
export function packed(parts: readonly Uint8Array[]): Packed {
  const starts: number[] = [];
  let start = 1;
  for (const { length } of parts) {
    starts.push(start);
    start += length;
  }
  return { bytes: Buffer.concat(parts), starts, lengths: parts.map(({ length }) => length) };
}
