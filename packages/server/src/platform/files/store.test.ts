import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSealer } from '../secrets/sealer.ts';
import { createFileStore, type FileStore } from './store.ts';

let folder: string;
let store: FileStore;
const sealer = createSealer({ key: createSecretKey(randomBytes(32)) });
const pathOf = (id: string) => join(folder, id.slice(0, 2), id.slice(2));
const filesIn = (at: string) =>
  readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-test-'));
  store = createFileStore({ folder, sealer });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('keeps a file closed to others and gives it back', async () => {
  const plain = randomBytes(200_000);
  const stored = await store.write([plain.subarray(0, 70_000), plain.subarray(70_000)]);
  expect(stored.id).toMatch(/^[0-9a-f]{32}$/);
  expect(await buffer(await store.read(stored))).toEqual(plain);
  expect(statSync(pathOf(stored.id)).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, stored.id.slice(0, 2))).mode & 0o777).toBe(0o700);
});

test('nothing of the content can be read on the disk', async () => {
  const { id } = await store.write([Buffer.from('canary '.repeat(20_000))]);
  expect(readFileSync(pathOf(id)).includes('canary')).toBe(false);
});

test('the same file kept twice looks different', async () => {
  const [one, other] = [await store.write([Buffer.from('same')]), await store.write([Buffer.from('same')])];
  expect(readFileSync(pathOf(one.id)).equals(readFileSync(pathOf(other.id)))).toBe(false);
  await expect(store.read({ id: one.id, sealedKey: other.sealedKey })).rejects.toMatchObject({ code: 'file.changed' });
});

test('leaves nothing of a file whose source failed, and nothing of a killed process after the sweep', async () => {
  async function* failing() {
    yield randomBytes(100_000);
    throw new Error('The connection broke.');
  }
  await expect(store.write(failing())).rejects.toThrow('The connection broke.');
  expect(filesIn(folder)).toEqual([]);
  mkdirSync(join(folder, 'new'), { recursive: true });
  writeFileSync(join(folder, 'new', 'half'), 'x');
  const whole = await store.write([Buffer.from('whole')]);
  expect(await store.sweep()).toBe(1);
  expect(filesIn(folder)).toHaveLength(1);
  expect(await buffer(await store.read(whole))).toEqual(Buffer.from('whole'));
});

test('a changed file fails as it is read', async () => {
  const stored = await store.write([randomBytes(200_000)]);
  const bytes = readFileSync(pathOf(stored.id));
  bytes[150_000] = (bytes[150_000] ?? 0) ^ 1;
  writeFileSync(pathOf(stored.id), bytes);
  await expect(buffer(await store.read(stored))).rejects.toMatchObject({ code: 'file.changed' });
});

test('a removed file is gone', async () => {
  const stored = await store.write([Buffer.from('x')]);
  expect(await store.remove(stored.id)).toBe(true);
  expect(await store.remove(stored.id)).toBe(false);
  await expect(store.read(stored)).rejects.toMatchObject({ code: 'file.gone' });
  expect(filesIn(folder)).toEqual([]);
});

test('an id from outside never becomes a path', async () => {
  for (const id of ['../../etc/passwd', '', 'AB'.repeat(16), `${'a'.repeat(32)}/..`]) {
    await expect(store.remove(id)).rejects.toMatchObject({ code: 'file.gone' });
    await expect(store.read({ id, sealedKey: sealer.seal(Buffer.alloc(32), `file/${id}`) })).rejects.toMatchObject({
      code: 'file.gone',
    });
  }
});
