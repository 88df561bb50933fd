import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { startEmbedded, startTemporary } from './embedded.ts';
import type { Connection } from './private-server.ts';

const base = mkdtempSync(join(tmpdir(), 'sallyport-test-'));
// As root, the server runs as nobody.
chmodSync(base, 0o755);
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Made by the first test that starts it; making a database takes a second, opening it again hardly any time. */
const folder = join(base, 'database');

test('keeps what was committed, and leaves no process behind', async () => {
  const first = await startEmbedded({ folder });
  expect(first.version).toMatch(/^18\./);
  await query(first.connection, 'CREATE TABLE kept (word text)');
  await query(first.connection, `INSERT INTO kept VALUES ('平安')`);
  const pid = serverProcess();
  await first.stop();
  expect(isAlive(pid)).toBe(false);

  const second = await startEmbedded({ folder });
  expect(await query(second.connection, 'SELECT word FROM kept')).toEqual([{ word: '平安' }]);
  await second.stop();
  await second.stop();
});

test('refuses a second program on the same folder and leaves the first one running', async () => {
  const first = await startEmbedded({ folder });
  await expect(startEmbedded({ folder })).rejects.toMatchObject({
    code: 'database.in-use',
    message: expect.stringContaining(`process ${serverProcess()}`),
  });
  expect(await query(first.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await first.stop();
});

test('is closed to other accounts, and asks for the password', async () => {
  const { connection, stop } = await startEmbedded({ folder });
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'cluster/password')).mode & 0o777).toBe(0o600);
  const guess = query({ ...connection, password: 'guessed' }, 'SELECT 1');
  await expect(guess).rejects.toThrow(/password authentication failed/);
  await stop();
});

test.for([true, false])('writes through to the disk only when durable: %s', async (durable) => {
  const { connection, stop } = await startEmbedded({ folder, durable });
  expect(await query(connection, 'SHOW fsync')).toEqual([{ fsync: durable ? 'on' : 'off' }]);
  await stop();
});

test('waits for a server that is just ending', async () => {
  const first = await startEmbedded({ folder });
  // A write of some size, so that ending takes a moment.
  await query(first.connection, 'CREATE TABLE much AS SELECT n FROM generate_series(1, 200000) AS n');
  const ending = first.stop();
  await vi.waitFor(() => expect(serverState()).not.toBe('ready'), { interval: 1 });
  const second = await startEmbedded({ folder });
  await ending;
  expect(await query(second.connection, 'SELECT count(*)::int AS n FROM much')).toEqual([{ n: 200_000 }]);
  await second.stop();
});

test('ends when the program is killed, and opens again with what was committed', async () => {
  const program = runProgram(`
    const { connection } = await startEmbedded({ folder: process.argv[1] });
    const client = new Client(connection);
    await client.connect();
    await client.query('CREATE TABLE last AS SELECT 42 AS n');
    console.log('committed');
    setInterval(() => undefined, 1000);
  `);
  await firstOutput(program);
  const pid = serverProcess();
  program.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });

  const again = await startEmbedded({ folder });
  expect(await query(again.connection, 'SELECT n FROM last')).toEqual([{ n: 42 }]);
  await again.stop();
});

test('does not keep a program alive that has nothing else to do', async () => {
  const program = runProgram('await startEmbedded({ folder: process.argv[1] });');
  expect(await once(program, 'exit')).toEqual([0, null]);
  await vi.waitFor(() => expect(existsSync(lockFile())).toBe(false), { timeout: 10_000 });
});

test('lets two first starts at once make one database: one runs, the other is refused', async () => {
  const both = join(base, 'both');
  const starts = await Promise.allSettled([startEmbedded({ folder: both }), startEmbedded({ folder: both })]);
  expect(starts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(starts.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'database.in-use' } });
  for (const start of starts) if (start.status === 'fulfilled') await start.value.stop();
  expect(readdirSync(both)).toEqual(['cluster']);
});

test('works in a folder with a long name and odd letters', async () => {
  const odd = join(base, `数据, "of" the ${'long '.repeat(20)}name`);
  const { connection, stop } = await startEmbedded({ folder: odd, durable: false });
  expect(await query(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(dirname(connection.host)).toBe('/tmp');
  await stop();
  expect(existsSync(connection.host)).toBe(false);
});

test('refuses a database made by another version', async () => {
  const old = join(base, 'old');
  mkdirSync(join(old, 'cluster/data'), { recursive: true });
  writeFileSync(join(old, 'cluster/password'), 'x');
  writeFileSync(join(old, 'cluster/data/PG_VERSION'), '14\n');
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'nobody', old]);
  await expect(startEmbedded({ folder: old })).rejects.toMatchObject({ code: 'database.other-version' });
});

test('says in the words of PostgreSQL why it did not start', async () => {
  const start = startEmbedded({ folder, settings: { shared_buffers: 'plenty' } });
  await expect(start).rejects.toThrow(/invalid value for parameter "shared_buffers": "plenty"/);
});

test('a temporary one is gone with its folder after stop', async () => {
  const { connection, stop } = await startTemporary({ work_mem: '64MB' });
  expect(await query(connection, 'SHOW work_mem')).toEqual([{ work_mem: '64MB' }]);
  await stop();
  expect(existsSync(connection.host)).toBe(false);
});

test('a temporary one is gone with its folder when the program is killed', async () => {
  const program = runProgram(`
    const { connection } = await startTemporary();
    console.log(connection.host);
    setInterval(() => undefined, 1000);
  `);
  const temporary = (await firstOutput(program)).trim();
  expect(existsSync(temporary)).toBe(true);
  program.kill('SIGKILL');
  await vi.waitFor(() => expect(existsSync(temporary)).toBe(false), { timeout: 10_000 });
});

async function query(connection: Connection, text: string): Promise<unknown[]> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

function runProgram(body: string): ChildProcess {
  const embedded = new URL('./embedded.ts', import.meta.url);
  const code = `
    import { startEmbedded, startTemporary } from '${embedded.href}';
    import { Client } from '${import.meta.resolve('pg')}';
    ${body}
  `;
  return spawn(process.execPath, ['--input-type=module', '--eval', code, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function firstOutput(program: ChildProcess): Promise<string> {
  const [text] = (await once(program.stdout ?? program, 'data')) as [Buffer];
  return text.toString();
}

function lockFile(): string {
  return join(folder, 'cluster/data/postmaster.pid');
}

function serverProcess(): number {
  return Number.parseInt(readFileSync(lockFile(), 'utf8'), 10);
}

/** `ready`, `stopping`, or nothing once it has ended. */
function serverState(): string | undefined {
  return existsSync(lockFile()) ? readFileSync(lockFile(), 'utf8').split('\n')[7]?.trim() : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
