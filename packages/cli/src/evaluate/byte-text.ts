import type { Table } from '@sallyport/core/facts';

const encoder = new TextEncoder();

/** Text that is copied often, as UTF-8. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** Shorter parts are copied byte by byte, which costs less than asking the runtime to. */
const short = 24;

/** Text put together from bytes: of half a million lines no string is made, and none has to be encoded. */
export class ByteText {
  length = 0;
  #bytes: Uint8Array;
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
    this.#bytes = Buffer.allocUnsafeSlow(size);
  }

  /** Makes sure that so many bytes more can be added. */
  room(bytes: number): void {
    if (this.length + bytes <= this.#bytes.length) return;
    const longer = Buffer.allocUnsafeSlow(Math.max(this.length + bytes, this.#bytes.length * 2));
    longer.set(this.#bytes.subarray(0, this.length));
    this.#bytes = longer;
  }

  add(part: Uint8Array): void {
    const { length } = part;
    if (length < short) for (let at = 0; at < length; at++) this.#bytes[this.length + at] = part[at] ?? 0;
    else this.#bytes.set(part, this.length);
    this.length += length;
  }

  addId(table: Table, row: number): void {
    this.length = table.copyId(row, this.#bytes, this.length);
  }

  /** What was gathered, in memory that nobody writes to again. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.length);
    this.#bytes = Buffer.allocUnsafeSlow(this.#size);
    this.length = 0;
    return taken;
  }
}
