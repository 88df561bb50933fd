import type { Sha256 } from '../sha256.ts';
import { writeBase64 } from './base64.ts';
import { joined } from './bytes.ts';
import { writeUtf8 } from './utf8.ts';

/** Byte strings written one after another into one buffer, with the place where each ends: what `Sha256.digestEach` takes. */
export class Messages {
  #bytes: Uint8Array;
  #at = 0;
  #ends: number[] = [];

  constructor(room = 4096) {
    this.#bytes = new Uint8Array(room);
  }

  byte(value: number): this {
    this.#room(1);
    this.#bytes[this.#at++] = value;
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.#room(bytes.length);
    if (bytes.length > 64) this.#bytes.set(bytes, this.#at);
    // A salt or a hash: a call costs more than the bytes.
    else for (let n = 0; n < bytes.length; n++) this.#bytes[this.#at + n] = bytes[n] ?? 0;
    this.#at += bytes.length;
    return this;
  }

  text(text: string): this {
    this.#room(text.length * 3);
    this.#at = writeUtf8(text, this.#bytes, this.#at);
    return this;
  }

  /** Base64 of the bytes, without a string in between. */
  base64(bytes: Uint8Array): this {
    this.#room(Math.ceil(bytes.length / 3) * 4);
    this.#at = writeBase64(bytes, this.#bytes, this.#at);
    return this;
  }

  /** Here the message ends and the next begins. */
  end(): void {
    this.#ends.push(this.#at);
  }

  get length(): number {
    return this.#at;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }

  /** The digests of the messages written so far, which are forgotten. */
  drain(sha: Sha256): Uint8Array {
    const digests = sha.digestEach(this.bytes, new Uint32Array(this.#ends));
    this.#at = 0;
    this.#ends = [];
    return digests;
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + more));
    wider.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = wider;
  }
}

/** So much is hashed at once: it stays in the processor's cache, and the buffer is made once. */
const atOnce = 48 * 1024;

/** The digest of what `write` writes for each item, 32 bytes each, in order. */
export function digestOfEach<T>(
  sha: Sha256,
  items: Iterable<T>,
  write: (message: Messages, item: T) => void,
): Uint8Array {
  const messages = new Messages();
  const digests: Uint8Array[] = [];
  for (const item of items) {
    write(messages, item);
    messages.end();
    if (messages.length >= atOnce) digests.push(messages.drain(sha));
  }
  digests.push(messages.drain(sha));
  return joined(...digests);
}
