import { JournalError } from './journal-error.ts';

export const hashLength = 32;

/**
 * SHA-256 as the caller's platform has it: core imports no platform, and their speeds differ sixfold. `digestEach` takes many messages at
 * once, so that an implementation may work on several side by side.
 */
export type Sha256 = {
  readonly digest: (message: Uint8Array) => Uint8Array;
  /** Digests of messages that lie one after another, message n ending at `ends[n]`: 32 bytes each, in order. */
  readonly digestEach: (messages: Uint8Array, ends: Uint32Array) => Uint8Array;
};

/** The port from a plain one-message function. */
export function sha256From(digest: (message: Uint8Array) => Uint8Array): Sha256 {
  return {
    digest,
    digestEach: (messages, ends) => {
      const digests = new Uint8Array(ends.length * hashLength);
      let from = 0;
      for (let n = 0; n < ends.length; n++) {
        const until = ends[n] ?? 0;
        digests.set(digest(messages.subarray(from, until)), n * hashLength);
        from = until;
      }
      return digests;
    },
  };
}

/** Hash number n of hashes that lie one after another. */
export const hashAt = (hashes: Uint8Array, n: number): Uint8Array =>
  hashes.subarray(n * hashLength, (n + 1) * hashLength);

/** How many hashes lie there; a broken one is no hash. */
export function countOf(hashes: Uint8Array): number {
  if (hashes.length % hashLength !== 0) throw new JournalError('hash-length');
  return hashes.length / hashLength;
}
