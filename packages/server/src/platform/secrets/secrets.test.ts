import { createPublicKey, sign, verify } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIds, isUuidv7 } from '../ids/ids.ts';
import { openSecrets } from './secrets.ts';

const ids = createIds({ now: Date.now });
let base: string;
let data: string;
const open = (backupRecipient: string | null = null) => openSecrets({ data, backupRecipient, ids });
const file = (name: string) => join(data, 'secrets', name);
const contents = () => readdirSync(join(data, 'secrets')).map((name) => [name, readFileSync(file(name), 'utf8')]);

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'sallyport-test-'));
  data = join(base, 'data');
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('the first start', () => {
  test('makes every secret, closed to others', async () => {
    const secrets = await open();
    expect(secrets.firstStart).toBe(true);
    expect(isUuidv7(secrets.installationId)).toBe(true);
    expect(secrets.keyEncryptionKey.symmetricKeySize).toBe(32);
    expect(secrets.tokenPepper.equals(secrets.keyEncryptionKey)).toBe(false);
    expect(secrets.databasePassword).toHaveLength(43);
    const signature = sign(null, Buffer.from('head'), secrets.journalKey);
    expect(verify(null, Buffer.from('head'), createPublicKey(secrets.journalKey), signature)).toBe(true);
    expect(await identityToRecipient(secrets.backupIdentity ?? '')).toBe(secrets.backupRecipient);
    expect(statSync(join(data, 'secrets')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(data, 'secrets')).map((name) => statSync(file(name)).mode & 0o777)).toEqual(
      Array.from({ length: 7 }, () => 0o600),
    );
    expect(readdirSync(data)).toEqual(['secrets']);
  });

  test('makes no identity when the operator brings a recipient', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    expect(await open(recipient)).toMatchObject({ backupRecipient: recipient, backupIdentity: null });
    expect(readdirSync(join(data, 'secrets'))).not.toContain('backup-identity');
    expect(await open()).toMatchObject({ backupRecipient: recipient });
  });

  test('of two processes at once ends with one set of secrets for both', async () => {
    const all = await Promise.all([open(), open(), open(), open()]);
    expect(new Set(all.map(({ installationId }) => installationId)).size).toBe(1);
    expect(all.filter(({ firstStart }) => firstStart)).toHaveLength(1);
    expect(readdirSync(data)).toEqual(['secrets']);
  });

  test('says so when the folder cannot be made', async () => {
    writeFileSync(data, 'a file');
    await expect(open()).rejects.toMatchObject({ code: 'secrets.not-written' });
  });
});

describe('every later start', () => {
  test('reads the same and writes nothing', async () => {
    const first = await open();
    const before = contents();
    const second = await open();
    expect(second).toMatchObject({
      installationId: first.installationId,
      firstStart: false,
      databasePassword: first.databasePassword,
    });
    expect(second.journalKey.equals(first.journalKey)).toBe(true);
    expect(contents()).toEqual(before);
  });

  test('goes on without the identity once the operator has taken it away', async () => {
    const { backupRecipient } = await open();
    rmSync(file('backup-identity'));
    expect(await open()).toMatchObject({ backupRecipient, backupIdentity: null });
  });

  test('encrypts to a recipient brought later, and keeps the first on record', async () => {
    const first = await open();
    const recipient = await identityToRecipient(await generateX25519Identity());
    expect((await open(recipient)).backupRecipient).toBe(recipient);
    expect((await open()).backupRecipient).toBe(first.backupRecipient);
  });

  test.each([
    'installation-id',
    'journal-key.pem',
    'key-encryption-key',
    'token-pepper',
    'database-password',
    'backup-recipient',
  ])('does not make %s anew when it is missing, and refuses it cut short', async (name) => {
    await open();
    const whole = readFileSync(file(name), 'utf8');
    writeFileSync(file(name), whole.slice(0, whole.length / 2));
    await expect(open()).rejects.toMatchObject({ code: 'secrets.damaged' });
    rmSync(file(name));
    await expect(open()).rejects.toMatchObject({ code: 'secrets.missing' });
    expect(readdirSync(join(data, 'secrets'))).not.toContain(name);
  });

  test('refuses an empty folder of secrets', async () => {
    mkdirSync(join(data, 'secrets'), { recursive: true, mode: 0o700 });
    await expect(open()).rejects.toMatchObject({ code: 'secrets.missing' });
  });

  test.each([0o640, 0o604, 0o620, 0o610])('refuses a file of mode %o', async (mode) => {
    await open();
    chmodSync(file('token-pepper'), mode);
    await expect(open()).rejects.toMatchObject({ code: 'secrets.open-to-others', message: /chmod 600/ });
  });

  test('refuses a folder that others can enter', async () => {
    await open();
    chmodSync(join(data, 'secrets'), 0o711);
    await expect(open()).rejects.toMatchObject({ code: 'secrets.open-to-others', message: /chmod 700/ });
  });

  test('does not follow a link put in the place of a secret', async () => {
    await open();
    renameSync(file('token-pepper'), join(base, 'elsewhere'));
    symlinkSync(join(base, 'elsewhere'), file('token-pepper'));
    await expect(open()).rejects.toMatchObject({ code: 'secrets.not-a-file' });
  });
});

test('printing the secrets by mistake shows no key', async () => {
  const { keyEncryptionKey, tokenPepper, journalKey } = await open();
  const text = JSON.stringify({ keyEncryptionKey, tokenPepper, journalKey });
  for (const name of ['key-encryption-key', 'token-pepper'])
    expect(text).not.toContain(readFileSync(file(name), 'utf8').trim());
});
