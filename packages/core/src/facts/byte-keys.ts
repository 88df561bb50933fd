// A vocabulary has a thousand columns, most of them empty in any one register: they share what is empty.
const noBytes = new Uint8Array(0);
const noEnds = new Uint32Array(0);
const noSlots = new Int32Array(0);

/**
 * Ids one behind the other as bytes. A register of a million journeys has many millions of ids; a string for each would be most of
 * its memory, and nearly all of them are only ever compared.
 */
export class ByteKeys {
  count = 0;
  #bytes = noBytes;
  /** Where id n ends; it begins where the one before it ends. */
  #ends = noEnds;
  /** A hash table of places, 0 for none; made when first asked for one, brought up to date when asked again. */
  #slots = noSlots;
  #indexed = 0;
  /** The last one found: references mostly repeat it or name the next. */
  #near = 0;

  /** Makes room beforehand for so many ids of a length. */
  reserve(count: number, length: number): void {
    this.#room(count, count * length);
  }

  add(bytes: Uint8Array, from: number, to: number): void {
    const start = this.#start(this.count);
    this.#room(this.count + 1, start + to - from);
    for (let at = from; at < to; at++) this.#bytes[start + at - from] = bytes[at] ?? 0;
    this.#ends[this.count++] = start + to - from;
  }

  addText(id: string): void {
    const bytes = asciiOf(id);
    this.add(bytes, 0, id.length);
  }

  /** The place that holds these bytes, -1 for none. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const near = this.#near;
    if (near < this.count && this.#holds(near, bytes, from, to)) return near;
    if (near + 1 < this.count && this.#holds(near + 1, bytes, from, to)) return this.#found(near + 1);
    this.#index();
    const mask = this.#slots.length - 1;
    if (mask < 0) return -1;
    for (let slot = hashOf(bytes, from, to) & mask; ; slot = (slot + 1) & mask) {
      const place = (this.#slots[slot] ?? 0) - 1;
      if (place < 0) return -1;
      if (this.#holds(place, bytes, from, to)) return this.#found(place);
    }
  }

  findText(id: string): number {
    return isAscii(id) ? this.find(asciiOf(id), 0, id.length) : -1;
  }

  text(place: number): string {
    return String.fromCharCode(...this.#bytes.subarray(this.#start(place), this.#ends[place]));
  }

  /** Writes the bytes of an id into `into` from `at`; gives the place behind them. */
  copy(place: number, into: Uint8Array, at: number): number {
    const end = this.#ends[place] ?? 0;
    let to = at;
    for (let from = this.#start(place); from < end; from++) into[to++] = this.#bytes[from] ?? 0;
    return to;
  }

  texts(): string[] {
    const decoder = new TextDecoder();
    const list: string[] = [];
    for (let from = 0; from < this.count; from += 4096) {
      const to = Math.min(from + 4096, this.count);
      const begin = this.#start(from);
      const text = decoder.decode(this.#bytes.slice(begin, this.#start(to)));
      for (let place = from; place < to; place++)
        list.push(text.slice(this.#start(place) - begin, (this.#ends[place] ?? 0) - begin));
    }
    return list;
  }

  /** Ids are ASCII: the order of their bytes is that of their code points. */
  compare(a: number, b: number): number {
    const [startA, startB] = [this.#start(a), this.#start(b)];
    const [lengthA, lengthB] = [(this.#ends[a] ?? 0) - startA, (this.#ends[b] ?? 0) - startB];
    const common = Math.min(lengthA, lengthB);
    for (let at = 0; at < common; at++) {
      const difference = (this.#bytes[startA + at] ?? 0) - (this.#bytes[startB + at] ?? 0);
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB;
  }

  /** The same ids in another order. */
  inOrder(order: Int32Array): ByteKeys {
    const sorted = new ByteKeys();
    sorted.#room(order.length, this.#start(this.count));
    for (const place of order) sorted.add(this.#bytes, this.#start(place), this.#ends[place] ?? 0);
    return sorted;
  }

  /** Lets go of the hash table. */
  forget(): void {
    this.#slots = noSlots;
    this.#indexed = 0;
  }

  #start(place: number): number {
    return place === 0 ? 0 : (this.#ends[place - 1] ?? 0);
  }

  #found(place: number): number {
    this.#near = place;
    return place;
  }

  #holds(place: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#start(place);
    if ((this.#ends[place] ?? 0) - start !== to - from) return false;
    // From the end: ids of a kind mostly begin alike.
    for (let at = to - 1; at >= from; at--) if (this.#bytes[start + at - from] !== bytes[at]) return false;
    return true;
  }

  #room(count: number, bytes: number): void {
    if (count > this.#ends.length) {
      const ends = new Uint32Array(Math.max(64, count, Math.ceil(this.#ends.length * 1.5)));
      ends.set(this.#ends);
      this.#ends = ends;
    }
    if (bytes > this.#bytes.length) {
      const longer = new Uint8Array(Math.max(1024, bytes, Math.ceil(this.#bytes.length * 1.5)));
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
  }

  #index(): void {
    if (this.#indexed === this.count) return;
    if (this.#slots.length < this.count * 2) {
      this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(this.#ends.length, this.count) * 2)));
      this.#indexed = 0;
    }
    const mask = this.#slots.length - 1;
    for (let place = this.#indexed; place < this.count; place++) {
      const [from, to] = [this.#start(place), this.#ends[place] ?? 0];
      let slot = hashOf(this.#bytes, from, to) & mask;
      // Of two equal ids the first stays.
      for (let held = this.#slots[slot] ?? 0; held > 0; held = this.#slots[slot] ?? 0) {
        if (this.#holds(held - 1, this.#bytes, from, to)) break;
        slot = (slot + 1) & mask;
      }
      if (this.#slots[slot] === 0) this.#slots[slot] = place + 1;
    }
    this.#indexed = this.count;
  }
}

/** FNV-1a, with its high bits folded in: the table looks at low ones. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

let scratch = new Uint8Array(256);

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** The bytes of an ASCII text; overwritten by the next call. */
function asciiOf(text: string): Uint8Array {
  if (text.length > scratch.length) scratch = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) scratch[at] = text.charCodeAt(at);
  return scratch;
}
