import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type KeyKind, type NoteSigner, type Sha256, type VerifyEd25519, verifierKey } from '@sallyport/core/journal';

// RFC 8410: the fixed bytes before a raw Ed25519 public key.
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export const verifyEd25519: VerifyEd25519 = (key, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([publicPrefix, key]), format: 'der', type: 'spki' }),
    signature,
  );

/** Signs with a private key that stays behind its key object. */
export function signerOf(sha: Sha256, name: string, kind: KeyKind, privateKey: KeyObject): NoteSigner {
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
  return {
    key: verifierKey(sha, name, kind, new Uint8Array(publicKey)),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  };
}
