import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBackup, writeBackup } from './backup-file.ts';
import { isIdentity, isRecipient } from './recipient.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-test-'));
  file = join(folder, 'backup.age');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(content: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += 50_000) yield content.subarray(at, at + 50_000);
}

const read = (identity: string) => buffer(Readable.from(openBackup({ identity, file })));
const make = { X25519: generateX25519Identity, 'post-quantum': generateHybridIdentity };

describe.each(['X25519', 'post-quantum'] as const)('a backup to an %s recipient', (kind) => {
  test.each([0, 1, 65_536, 300_000])('of %i bytes opens with its identity and no other', async (length) => {
    const identity = await make[kind]();
    const content = randomBytes(length);
    const written = await writeBackup({
      recipient: await identityToRecipient(identity),
      source: pieces(content),
      file,
    });
    expect(written).toEqual({ bytes: length, sha256: createHash('sha256').update(content).digest('hex') });
    expect(await read(identity)).toEqual(content);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'latin1')).toMatch(/^age-encryption\.org\/v1\n/);
    await expect(read(await make[kind]())).rejects.toMatchObject({ code: 'backup.wrong-identity' });
  });
});

describe('a changed backup', () => {
  test.each([
    ['cut at the end of a chunk', (bytes: Buffer) => truncateSync(file, bytes.length - (300_000 % 65_536) - 16)],
    ['cut within a chunk', (bytes: Buffer) => truncateSync(file, bytes.length - 1)],
    ['cut within its header', () => truncateSync(file, 40)],
    ['emptied', () => truncateSync(file, 0)],
    [
      'with a changed byte',
      (bytes: Buffer) =>
        writeFileSync(
          file,
          Buffer.concat([bytes.subarray(0, -9), Buffer.from([(bytes.at(-9) ?? 0) ^ 1]), bytes.subarray(-8)]),
        ),
    ],
    ['with bytes behind it', (bytes: Buffer) => writeFileSync(file, Buffer.concat([bytes, Buffer.from('x')]))],
  ])('%s is refused', async (_, change) => {
    const identity = await generateX25519Identity();
    await writeBackup({ recipient: await identityToRecipient(identity), source: pieces(randomBytes(300_000)), file });
    change(readFileSync(file));
    await expect(read(identity)).rejects.toMatchObject({ code: 'backup.damaged' });
  });
});

test('a backup whose source fails leaves nothing, and the one before it untouched', async () => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  await writeBackup({ recipient, source: pieces(Buffer.from('yesterday')), file });
  async function* failing() {
    yield randomBytes(100_000);
    throw new Error('The database went away.');
  }
  await expect(writeBackup({ recipient, source: failing(), file })).rejects.toThrow('The database went away.');
  expect(readdirSync(folder)).toEqual(['backup.age']);
  expect((await read(identity)).toString()).toBe('yesterday');
});

test('a backup that the disk did not keep as it was written does not count', async () => {
  const recipient = await identityToRecipient(await generateX25519Identity());
  async function* spoiling() {
    yield* pieces(randomBytes(400_000));
    const written = openSync(`${file}.unfinished`, 'r+');
    writeSync(written, Buffer.from('spoiled'), 0, 7, 100_000);
    closeSync(written);
    yield Buffer.from('the end');
  }
  await expect(writeBackup({ recipient, source: spoiling(), file })).rejects.toMatchObject({
    code: 'backup.not-verified',
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('a backup that is not there is the system’s error', async () => {
  await expect(read(await generateX25519Identity())).rejects.toMatchObject({ code: 'ENOENT' });
});

test('recipients and identities are told apart', async () => {
  for (const create of Object.values(make)) {
    const identity = await create();
    const recipient = await identityToRecipient(identity);
    expect([isRecipient(recipient), isIdentity(identity)]).toEqual([true, true]);
    expect([isRecipient(identity), isIdentity(recipient)]).toEqual([false, false]);
    expect([isRecipient(recipient.slice(0, -1)), isIdentity(identity.slice(0, -1)), isRecipient('')]).toEqual([
      false,
      false,
      false,
    ]);
  }
});
