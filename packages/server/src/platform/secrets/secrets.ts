import { createPrivateKey, createSecretKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { isIdentity, isRecipient } from '../backup-crypto/recipient.ts';
import { isUuidv7 } from '../ids/ids.ts';
import { isThere, readPrivateFolder, refused, writePrivateFolder } from './private-files.ts';

/** Keys are key objects, so that printing or serialising one by mistake shows nothing. */
export type Secrets = {
  readonly installationId: string;
  /** Ed25519, private. */
  readonly journalKey: KeyObject;
  /** 32 bytes. Never used itself: `deriveKey` makes a key for each purpose from it. */
  readonly keyEncryptionKey: KeyObject;
  /** 32 bytes, for HMAC over bearer tokens before they are stored or looked up. */
  readonly tokenPepper: KeyObject;
  /** Letters, digits, - and _ only: it may stand in an address. */
  readonly databasePassword: string;
  readonly backupRecipient: string;
  /** `null` when the operator brought a recipient, or has taken the identity to another place. */
  readonly backupIdentity: string | null;
  /** Made just now: the time to tell the operator to keep the backup identity elsewhere. */
  readonly firstStart: boolean;
};

type Options = {
  /** The data folder; the secrets lie in its folder `secrets`. */
  readonly data: string;
  /** The operator's; otherwise an identity is made at first start and lies beside the other secrets until taken away. */
  readonly backupRecipient: string | null;
  readonly ids: { readonly uuid: () => string };
};

const names = [
  'installation-id',
  'journal-key.pem',
  'key-encryption-key',
  'token-pepper',
  'database-password',
  'backup-recipient',
] as const;

/** Reads the installation's secrets, and makes them all at once when there are none. What is there is never overwritten. */
export async function openSecrets({ data, backupRecipient, ids }: Options): Promise<Secrets> {
  const folder = join(data, 'secrets');
  // When two processes start at once, the later one finds the name taken and uses what the other wrote.
  const firstStart =
    !isThere(folder) &&
    writePrivateFolder(folder, await makeAll(ids.uuid(), backupRecipient), randomBytes(8).toString('hex'));
  const read = readPrivateFolder(folder, names, ['backup-identity']);
  const holds = (name: (typeof names)[number] | 'backup-identity', check: (text: string) => boolean): string => {
    const text = read[name]?.trim() ?? '';
    if (!check(text)) throw refused('damaged', { path: join(folder, name) });
    return text;
  };
  return {
    installationId: holds('installation-id', isUuidv7),
    journalKey: journalKeyOf(read['journal-key.pem']) ?? damagedAt(join(folder, 'journal-key.pem')),
    keyEncryptionKey: keyOf(holds('key-encryption-key', isKey)),
    tokenPepper: keyOf(holds('token-pepper', isKey)),
    databasePassword: holds('database-password', isKey),
    backupRecipient: backupRecipient ?? holds('backup-recipient', isRecipient),
    backupIdentity: read['backup-identity'] === null ? null : holds('backup-identity', isIdentity),
    firstStart,
  };
}

const isKey = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
const randomKey = (): string => randomBytes(32).toString('base64url');
const keyOf = (text: string): KeyObject => createSecretKey(Buffer.from(text, 'base64url'));

async function makeAll(installationId: string, recipient: string | null): Promise<ReadonlyMap<string, string>> {
  const identity = recipient === null ? await generateX25519Identity() : null;
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return new Map([
    ['installation-id', `${installationId}\n`],
    ['journal-key.pem', privateKey],
    ['key-encryption-key', `${randomKey()}\n`],
    ['token-pepper', `${randomKey()}\n`],
    ['database-password', `${randomKey()}\n`],
    ['backup-recipient', `${identity === null ? (recipient ?? '') : await identityToRecipient(identity)}\n`],
    ...(identity === null ? [] : [['backup-identity', `${identity}\n`] as const]),
  ]);
}

function journalKeyOf(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

const damagedAt = (path: string): never => {
  throw refused('damaged', { path });
};
