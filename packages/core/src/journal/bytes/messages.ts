import { writeUtf8 } from './utf8.ts';

/** Byte strings that lie one after another in one buffer, with the place where each ends: what `Sha256.digestEach` takes. */
export class Messages {
  #bytes = new Uint8Array(1 << 14);
  #at = 0;
  readonly #ends: number[] = [];

  byte(value: number): this {
    this.#room(1);
    this.#bytes[this.#at++] = value;
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
    return this;
  }

  text(text: string): this {
    this.#room(text.length * 3);
    this.#at = writeUtf8(text, this.#bytes, this.#at);
    return this;
  }

  /** Here the message ends and the next begins. */
  end(): void {
    this.#ends.push(this.#at);
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }

  get ends(): Uint32Array {
    return Uint32Array.from(this.#ends);
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + more));
    wider.set(this.#bytes);
    this.#bytes = wider;
  }
}
