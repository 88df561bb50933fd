import { base64, fromBase64 } from '../bytes/base64.ts';
import { parseSize } from '../bytes/bytes.ts';
import { hashLength } from '../sha256.ts';

/** C2SP tlog-witness: asks a witness to cosign a checkpoint, with the proof that it only adds to the last one it cosigned. */
export type AddCheckpoint = {
  readonly old: number;
  readonly proof: readonly Uint8Array[];
  /** The signed note as it was given. */
  readonly note: string;
};

/** No proof is longer in a tree of fewer than 2^63 leaves. */
const longestProof = 63;

export const printAddCheckpoint = ({ old, proof, note }: AddCheckpoint): string =>
  `old ${old}\n${proof.map((hash) => `${base64(hash)}\n`).join('')}\n${note}`;

export function parseAddCheckpoint(body: string): AddCheckpoint | null {
  const parting = body.indexOf('\n\n');
  if (parting < 0) return null;
  const [first = '', ...lines] = body.slice(0, parting).split('\n');
  const old = first.startsWith('old ') ? parseSize(first.slice(4)) : null;
  if (old === null || lines.length > longestProof) return null;
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === hashLength);
  const whole = proof.filter((hash) => hash !== null);
  return whole.length === lines.length ? { old, proof: whole, note: body.slice(parting + 2) } : null;
}
