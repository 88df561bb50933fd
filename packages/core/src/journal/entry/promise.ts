import { formatInstant, type Instant, parseInstant } from '../../calendar/index.ts';
import { base64, fromBase64 } from '../bytes/base64.ts';
import { sameBytes } from '../bytes/bytes.ts';
import type { Checkpoint } from '../note/checkpoint.ts';
import { hashLength, type Sha256 } from '../sha256.ts';
import { verifyInclusion } from '../tree/verify.ts';

/**
 * What a reporter gets at once: that this leaf will be in the log by the hour at which the batch closes. It holds no time of its own,
 * for the paper may be found on the reporter. Signed as a note, it shows a filing that was dropped.
 */
export type FilingPromise = { readonly origin: string; readonly leaf: Uint8Array; readonly closes: Instant };

/** No checkpoint begins so: the same key may sign both. */
const headline = 'sallyport.promise/v1';

export const promiseText = ({ origin, leaf, closes }: FilingPromise): string =>
  `${headline}\n${origin}\n${base64(leaf)}\n${formatInstant(closes)}\n`;

export function parsePromise(text: string): FilingPromise | null {
  const [first, origin = '', hash = '', closing = '', end, ...more] = text.split('\n');
  const leaf = fromBase64(hash);
  const closes = parseInstant(closing);
  if (first !== headline || origin === '' || leaf?.length !== hashLength || closes === null) return null;
  return end !== '' || more.length > 0 || formatInstant(closes) !== closing ? null : { origin, leaf, closes };
}

export type Kept = {
  readonly checkpoint: Checkpoint;
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  readonly leaf: Uint8Array;
};

/** Whether a proof shows the promised leaf in the log of the promise. */
export const isKept = (sha: Sha256, { origin, leaf }: FilingPromise, { checkpoint, ...kept }: Kept): boolean =>
  checkpoint.origin === origin && sameBytes(leaf, kept.leaf) && verifyInclusion(sha, { ...checkpoint, ...kept });
