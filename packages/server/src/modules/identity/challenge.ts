import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@sallyport/core/calendar';
import { challengeFor } from './limits.ts';

/**
 * Questions put to an authenticator carry their own proof that they were made here, for what, and when: nothing is stored until one is
 * answered, so that a stranger who asks for many fills no table and no journal.
 */
export type Challenges = {
  make(purpose: readonly string[], now: Instant): Uint8Array<ArrayBuffer>;
  /** `text` is base64url, as it comes back. */
  holds(text: string, purpose: readonly string[], now: Instant): boolean;
};

const timeLength = 8;
const randomLength = 24;
const proofLength = 32;

export function createChallenges(pepper: KeyObject): Challenges {
  const proofOf = (head: Uint8Array, purpose: readonly string[]): Buffer =>
    createHmac('sha256', pepper)
      .update(JSON.stringify(['challenge', ...purpose]))
      .update(head)
      .digest();
  return {
    make(purpose, now) {
      const time = Buffer.alloc(timeLength);
      time.writeBigUInt64BE(BigInt(now));
      const head = Buffer.concat([time, randomBytes(randomLength)]);
      return Uint8Array.from(Buffer.concat([head, proofOf(head, purpose)]));
    },
    holds(text, purpose, now) {
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length !== timeLength + randomLength + proofLength) return false;
      const head = bytes.subarray(0, timeLength + randomLength);
      if (!timingSafeEqual(proofOf(head, purpose), bytes.subarray(head.length))) return false;
      const age = now - Number(head.readBigUInt64BE());
      return age >= 0 && age <= challengeFor * 1_000_000;
    },
  };
}
