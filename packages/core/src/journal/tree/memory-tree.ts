import { JournalError } from '../journal-error.ts';
import { hashLength, type Sha256 } from '../sha256.ts';
import { emptyFrontier, type Frontier, grow, rootOf } from './frontier.ts';
import { proveConsistency, proveInclusion, rangeRoot } from './prove.ts';
import type { Node } from './ranges.ts';

/** A whole tree in memory, with every complete node: for one day's duty rows and for checking, not for a log that goes on for years. */
export class MemoryTree {
  readonly #sha: Sha256;
  #frontier: Frontier = emptyFrontier;
  readonly #levels: Uint8Array[] = [];

  constructor(sha: Sha256, leaves: Uint8Array = new Uint8Array(0)) {
    this.#sha = sha;
    this.append(leaves);
  }

  get size(): number {
    return this.#frontier.size;
  }

  append(leaves: Uint8Array): void {
    const { frontier, levels } = grow(this.#sha, this.#frontier, leaves);
    for (const [level, { first, hashes }] of levels.entries()) {
      const stored = this.#room(level, first * hashLength + hashes.length);
      stored.set(hashes, first * hashLength);
    }
    this.#frontier = frontier;
  }

  root(size: number = this.size): Uint8Array {
    if (size === this.size || size === 0) return rootOf(this.#sha, size === 0 ? emptyFrontier : this.#frontier);
    if (size > this.size) throw new JournalError('out-of-range');
    return rangeRoot(this.#sha, this.read, { from: 0, until: size });
  }

  inclusion(index: number, size: number = this.size): Uint8Array[] {
    if (size > this.size) throw new JournalError('out-of-range');
    return proveInclusion(this.#sha, this.read, index, size);
  }

  consistency(old: number, size: number = this.size): Uint8Array[] {
    if (size > this.size) throw new JournalError('out-of-range');
    return proveConsistency(this.#sha, this.read, old, size);
  }

  readonly read = ({ level, index }: Node): Uint8Array => {
    const hashes = this.#levels[level];
    if (hashes === undefined || (index + 1) * 2 ** level > this.size) throw new JournalError('out-of-range');
    return hashes.slice(index * hashLength, (index + 1) * hashLength);
  };

  #room(level: number, length: number): Uint8Array {
    const stored = this.#levels[level] ?? new Uint8Array(0);
    if (stored.length >= length) return stored;
    const wider = new Uint8Array(Math.max(length, stored.length * 2));
    wider.set(stored);
    this.#levels[level] = wider;
    return wider;
  }
}
