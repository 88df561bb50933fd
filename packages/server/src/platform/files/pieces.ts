export type Piece = { readonly bytes: Buffer; readonly number: number; readonly last: boolean };

/** The source cut into pieces of one length; only the last may be shorter, and an empty source is one empty piece. */
export async function* inPieces(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  length: number,
  prefix: Buffer = Buffer.alloc(0),
): AsyncGenerator<Piece> {
  let waiting: Uint8Array[] = [];
  let held = 0;
  let number = 0;
  let begun = prefix.length === 0;
  for await (const part of source) {
    waiting.push(part);
    held += part.length;
    if (!begun && held >= prefix.length) {
      const start = Buffer.concat(waiting);
      if (!start.subarray(0, prefix.length).equals(prefix)) throw new Error('The file does not begin as it should.');
      waiting = [start.subarray(prefix.length)];
      held -= prefix.length;
      begun = true;
    }
    // One byte more than a piece must be there before it is known not to be the last.
    if (!begun || held <= length) continue;
    const all = Buffer.concat(waiting);
    let at = 0;
    for (; all.length - at > length; at += length)
      yield { bytes: all.subarray(at, at + length), number: number++, last: false };
    waiting = [all.subarray(at)];
    held = all.length - at;
  }
  if (!begun) throw new Error('The file does not begin as it should.');
  yield { bytes: Buffer.concat(waiting), number, last: true };
}
