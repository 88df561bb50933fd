import { Decrypter, Encrypter } from 'age-encryption';

/** Whether a backup can be encrypted to it: `age1…` (X25519) or `age1pq1…` (post-quantum hybrid), checksum and all. */
export function isRecipient(text: string): boolean {
  return /^age1[a-z0-9]+$/.test(text) && accepts(() => new Encrypter().addRecipient(text));
}

/** Whether it is the secret counterpart of a recipient. */
export function isIdentity(text: string): boolean {
  return /^AGE-SECRET-KEY-[A-Z0-9-]+$/.test(text) && accepts(() => new Decrypter().addIdentity(text));
}

function accepts(attempt: () => void): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
