import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { command, sallyportWith } from '../cli/sallyport.ts';
import { makeDataFolder, type RunningProgram, startProgram } from '../support/program.ts';

/** The only ways in of a first start: they are there once, for a quarter of an hour, and a port that was taken must not lose them. */
const { data, remove } = makeDataFolder();
const other = makeDataFolder();
let program: RunningProgram | null = null;
afterAll(async () => {
  await program?.stop();
  remove();
  other.remove();
});

const run = (...args: string[]) => sallyportWith({ SALLYPORT_DATA: data }, ...args);
const doctorSaysShutOut = (port: string): boolean =>
  sallyportWith({ SALLYPORT_DATA: data, PORT: port }, 'doctor', '--lang', 'en').stdout.includes('nobody can sign in');

test('a port that is taken is one sentence in the language asked for, and loses no link', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  for (const [language, sentence] of [
    ['zh', `端口 ${port} 已被占用`],
    ['en', `port ${port} is taken`],
  ] as const) {
    const environment = { SALLYPORT_DATA: data, PORT: port, LOG_LEVEL: 'error' };
    const refused = sallyportWith(environment, 'start', '--empty', '--lang', language);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain(sentence);
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
  }
  taken.close();
  program = await startProgram(data, {}, ['--empty']);
  expect(Object.keys(program.links)).toEqual(['administrator']);
}, 300_000);

test('until somebody came in each start makes new links, and so does the verb; afterwards neither', async () => {
  const lost = program?.links['administrator'];
  await program?.stop();
  program = await startProgram(data, {}, ['--empty']);
  const { port } = new URL(program.address);
  expect(program.links['administrator']).not.toBe(lost);
  expect(doctorSaysShutOut(port)).toBe(true);
  const { links } = JSON.parse(run('sign-in-link', '--json').stdout) as { links: string[] };
  const enter = (link = '') =>
    fetch(`${program?.address}/api/identity/accept-link`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: program?.address ?? '',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({ token: new URL(link).hash.slice(1), password: 'a long enough passphrase 2026' }),
    });
  // The newest is the only one.
  expect((await enter(program.links['administrator'])).status).not.toBe(200);
  expect((await enter(links[0])).status).toBe(200);
  expect(run('sign-in-link', '--lang', 'en')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('an administrator can sign in'),
  });
  expect(doctorSaysShutOut(port)).toBe(false);
  expect(run('journal', 'verify').status).toBe(0);
  expect(await program.stop()).toBe(0);
  program = await startProgram(data, {}, ['--empty']);
  expect(program.links).toEqual({});
}, 300_000);

test('a database that does not answer is said in the language asked for, without a stack', () => {
  for (const [language, sentence] of [
    ['zh', '数据库连接不上（DATABASE_URL，ECONNREFUSED）'],
    ['en', 'does not let the program in (DATABASE_URL, ECONNREFUSED)'],
  ] as const) {
    const environment = { SALLYPORT_DATA: other.data, DATABASE_URL: 'postgres://somebody:a-secret@127.0.0.1:1/none' };
    const { status, stderr } = sallyportWith(environment, 'start', '--empty', '--lang', language);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/a-secret|\n\s+at /);
  }
  const second = sallyportWith({ SALLYPORT_DATA: data, PORT: '0' }, 'start', '--lang', 'zh');
  expect(second).toMatchObject({ status: 1, stderr: expect.stringContaining('请先结束那一个') });
}, 300_000);

const moments = [
  ['while it starts', (data: string) => existsSync(join(data, 'secrets'))],
  ['as soon as it is ready', (_data: string, said: string) => said.includes('Sallyport is ready')],
] as const;

test.each(moments)(
  'a signal that comes %s ends it cleanly, and nothing is logged as a fault',
  async (_when, hasCome) => {
    const folder = makeDataFolder();
    const child = spawn(process.execPath, [command, 'start', '--empty', '--lang', 'en'], {
      env: { ...process.env, DATABASE_URL: '', SALLYPORT_DATA: folder.data, PORT: '0', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [said, faults] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    child.stderr.on('data', (part: Buffer) => (faults += part.toString()));
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
    await expect.poll(() => hasCome(folder.data, said), { timeout: 120_000, interval: 20 }).toBe(true);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(faults.trim()).toBe('Stopping …');
    expect(said).not.toContain('fault');
    folder.remove();
  },
  300_000,
);
