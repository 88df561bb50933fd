import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type KeyKind, type NoteSigner, type Sha256, type VerifyEd25519, verifierKey } from '@sallyport/core/journal';
import { nodeSha256 } from '../../packages/server/src/platform/hashing/sha256.ts';

/** The ports of the journal as Node has them. */
export const sha: Sha256 = nodeSha256;

// RFC 8410: the fixed bytes before a raw Ed25519 key.
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

export const verifyEd25519: VerifyEd25519 = (key, message, signature) =>
  verify(null, message, publicKeyOf(key), signature);

const publicKeyOf = (key: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicPrefix, key]), format: 'der', type: 'spki' });

/** A signer whose key is made of one byte: tests sign the same bytes in every run. */
export function testSigner(name: string, kind: KeyKind, seed: number): NoteSigner {
  return seededSigner(name, kind, Buffer.alloc(32, seed));
}

export function seededSigner(name: string, kind: KeyKind, seed: Uint8Array): NoteSigner {
  const key = createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
  return { key: verifierKey(sha, name, kind, new Uint8Array(publicKey)), sign: (message) => sign(null, message, key) };
}
