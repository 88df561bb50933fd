import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBackup } from '../../packages/server/src/platform/backup-crypto/backup-file.ts';
import { sallyportWith } from '../cli/sallyport.ts';
import { overSocket } from '../support/over-socket.ts';
import { makeDataFolder, type RunningProgram, startProgram } from '../support/program.ts';

const { data, remove } = makeDataFolder();
const other = makeDataFolder();
let program: RunningProgram;

beforeAll(async () => {
  program = await startProgram(data);
}, 300_000);
afterAll(async () => {
  await program.stop();
  remove();
  other.remove();
});

/** Whether a text stands anywhere in what a backup of this installation holds. */
async function backupHolds(file: string, text: string): Promise<boolean> {
  const identity = readFileSync(join(data, 'secrets', 'backup-identity'), 'utf8').trim();
  const opened = await buffer(openBackup({ file, identity }));
  return opened.includes(text);
}

/**
 * Files of the data folder in which a text stands. Left out is what holds it by its nature: pages of the database, until they are written
 * over (the backup says what they still tell), and the backups themselves, until they expire.
 */
const filesWith = (text: string): string[] =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !['database', 'backups'].some((kept) => path.startsWith(join(data, kept))))
    .filter((path) => [text, Buffer.from(text, 'utf16le')].some((one) => readFileSync(path).includes(one)));

const run = (args: readonly string[], folder = data) => sallyportWith({ SALLYPORT_DATA: folder }, ...args);

test('a first start makes a demo, three links and secrets that nobody else can read', async () => {
  expect(Object.keys(program.links).toSorted()).toEqual(['administrator', 'member', 'security-officer']);
  expect(statSync(join(data, 'secrets')).mode & 0o077).toBe(0);
  for (const name of readdirSync(join(data, 'secrets')))
    expect(statSync(join(data, 'secrets', name)).mode & 0o077).toBe(0);
  expect(await (await fetch(`${program.address}/readyz`)).json()).toEqual({ status: 'ok' });
});

test('it listens on loopback only, and its answers load nothing from elsewhere', async () => {
  const answer = await fetch(`${program.address}/`);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  const page = await answer.text();
  expect(page).not.toMatch(/(?:src|href)="https?:/);
  const listening = spawnSync('sh', ['-c', `cat /proc/${program.pid}/net/tcp | awk '$4=="0A"{print $2}'`], {
    encoding: 'utf8',
  });
  const port = Number(new URL(program.address).port).toString(16).toUpperCase().padStart(4, '0');
  expect(listening.stdout.split('\n').filter((line) => line.endsWith(`:${port}`))).toEqual([`0100007F:${port}`]);
});

test('OpenAPI names every action and query', async () => {
  const { paths } = (await (await fetch(`${program.address}/api/openapi.json`)).json()) as {
    paths: Record<string, unknown>;
  };
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/api/register/record', '/api/duties/list', '/api/identity/sign-in']),
  );
});

test('metrics are read from this machine and hold no person', async () => {
  const text = await (await fetch(`${program.address}/metrics`)).text();
  expect(text).toContain('sallyport_http_request_seconds');
  expect(text).not.toMatch(/person-\d|127\.0\.0\.1/);
  expect((await fetch(`${program.address}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(
    404,
  );
});

test('a second program on the same data is refused with a clear message', async () => {
  await expect(startProgram(data)).rejects.toThrow(/Only one may at a time|正在使用/);
}, 300_000);

test('the journal of the running program is whole; it is exported by a recorded handover alone, and verifies offline', async () => {
  const verified = run(['journal', 'verify', '--json']);
  expect(verified.status).toBe(0);
  const { logs } = JSON.parse(verified.stdout) as { logs: { organisation: string; entries: number; origin: string }[] };
  const org = logs[0]?.organisation ?? '';
  const into = join(data, 'exported');
  const without = run(['journal', 'export', into, '--lang', 'en']);
  expect(without).toMatchObject({ status: 1, stdout: '' });
  expect(without.stderr).toContain('a handover must be recorded');
  expect(existsSync(into)).toBe(false);
  // One that is not here would be written beside every journal that is verified.
  for (const nobody of ['nonsense', ''])
    await expect(overSocket(data, nobody, 'register.record', { kind: 'unit', fields: {} })).rejects.toThrow(
      'request.no-such-organisation',
    );
  const { handover } = (await overSocket(data, org, 'privacy.handOver', {
    way: 'export',
    receiver: 'domesticAuthority',
    receiverName: '市国家安全局',
    country: 'CN',
    clause: 'cn-cel-2023/art-26',
    route: 'domestic',
    personalData: false,
    until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  })) as { handover: string };
  const exported = JSON.parse(run(['journal', 'export', into, '--handover', handover, '--json']).stdout) as {
    logs: { key: string; entries: number }[];
  };
  // The handover and the export are in it themselves.
  expect(exported.logs[0]?.entries).toBeGreaterThan(logs[0]?.entries ?? 0);
  const offline = run(['journal', 'verify', into, '--key', exported.logs[0]?.key ?? '', '--lang', 'en'], other.data);
  expect(offline).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing was changed') });
});

test('another organisation is opened through the socket, of the same seat alone, and its administrator comes in by their link', async () => {
  const foreign = run(['organisation', 'open', '--name', '境外机构', '--seat', 'us']);
  expect([foreign.status, foreign.stdout]).toEqual([1, '']);
  expect(foreign.stderr).toContain('cn');
  const nowhere = run(['organisation', 'open', '--name', '示例二所', '--seat', 'cn', '--region', '江州']);
  expect([nowhere.status, nowhere.stdout]).toEqual([1, '']);
  expect(nowhere.stderr).toContain('cq');
  const { status, stdout, stderr } = run([
    'organisation',
    'open',
    '--name',
    '示例二所',
    '--seat',
    'cn',
    '--region',
    '重庆',
    '--json',
  ]);
  expect(status, stderr).toBe(0);
  const { organisation, links } = JSON.parse(stdout) as {
    organisation: string;
    links: Record<'first' | 'later', string>;
  };
  const again = run(['organisation', 'open', '--name', '示例二所', '--seat', 'cn', '--region', 'cq']);
  expect([again.status, again.stdout]).toEqual([1, '']);
  const verified = run(['journal', 'verify', '--json']);
  expect(verified.stdout).toContain(organisation);
  const token = new URL(links.first).hash.slice(1);
  const routing = new URL(links.later).searchParams.get('organisation') ?? '';
  expect(token.startsWith(`${routing}.`)).toBe(true);
  const enter = (named: Record<string, string>) =>
    fetch(`${program.address}/api/identity/accept-link`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: program.address,
        'idempotency-key': crypto.randomUUID(),
        ...named,
      },
      body: JSON.stringify({ token, password: 'a long enough passphrase 2026' }),
    });
  expect((await enter({})).status).not.toBe(200);
  const entered = await enter({ 'sallyport-organisation': routing });
  expect(entered.status, await entered.clone().text()).toBe(200);
  // One named that is none of this installation is the first one.
  const about = await fetch(`${program.address}/api/organisation/about`, {
    headers: { 'sallyport-organisation': 'aaaaaaaa' },
  });
  expect(await about.json()).toMatchObject({ demo: true });
}, 120_000);

async function recordHandover(org: string, way: string, personalData: boolean): Promise<string> {
  const { handover } = (await overSocket(data, org, 'privacy.handOver', {
    way,
    receiver: 'processor',
    receiverName: '异地保管方',
    country: 'CN',
    clause: 'cn-cel-2023/art-26',
    route: 'domestic',
    personalData,
    until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  })) as { handover: string };
  return handover;
}

test('a backup leaves the house by a recorded handover alone, which stands in the journal', async () => {
  const { logs } = JSON.parse(run(['journal', 'verify', '--json']).stdout) as { logs: { organisation: string }[] };
  const out = join(data, 'carried.age');
  const carried = (...args: string[]) => run(['backup', '--out', out, '--lang', 'en', ...args]);
  expect(carried()).toMatchObject({ status: 1, stderr: expect.stringContaining("no handover of the way 'backup'") });
  // A backup holds every organisation: each records that it leaves.
  const record = (way: string, personalData = true): Promise<string[]> =>
    Promise.all(logs.map(({ organisation }) => recordHandover(organisation, way, personalData)));
  // One for another way is none.
  expect(carried('--handover', ...(await record('export')))).toMatchObject({ status: 1 });
  // Nor is one that holds no personal data: a backup holds everything.
  const without = await record('backup', false);
  expect(carried('--handover', ...without)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('personal data'),
  });
  expect(existsSync(out)).toBe(false);
  const handover = await record('backup');
  // One organisation alone cannot send the others' data out.
  expect(handover).toHaveLength(2);
  expect(carried('--handover', ...handover.slice(1))).toMatchObject({ status: 1 });
  expect(carried('--handover', ...handover)).toMatchObject({ status: 0, stdout: expect.stringContaining(out) });
  expect(readFileSync(out, 'utf8').startsWith('age-encryption.org/v1')).toBe(true);
  expect(carried('--handover', ...handover)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('writes over'),
  });
});

test('a backup of the running program restores into an empty folder, and into no other; the erased stay erased', async () => {
  const { logs: before } = JSON.parse(run(['journal', 'verify', '--json']).stdout) as {
    logs: { organisation: string }[];
  };
  const canary = '待删的金丝雀';
  const fields = { organisation: 'organisation-0000001', standing: 'employee', joinedOn: '2021-03-01' };
  const ask = (action: string, input: object) => overSocket(data, before[0]?.organisation ?? '', action, input);
  await ask('register.record', { kind: 'person', id: 'canary', fields: { ...fields, name: canary } });
  const correction = { version: 1, fields: { joinedOn: '2021-03-02' }, reason: `${canary}到岗日期有误` };
  await ask('register.correct', { kind: 'person', id: 'canary', ...correction });
  const made = run(['backup', '--json']);
  expect(made.stderr).toBe('');
  const { file, rows } = JSON.parse(made.stdout) as { file: string; rows: number };
  const identity = join(data, 'secrets', 'backup-identity');
  const { logs } = JSON.parse(run(['journal', 'verify', '--json']).stdout) as { logs: { organisation: string }[] };
  const erased = ['person-0000007', 'canary'].map((target) => ({ kind: 'person', target }));
  await overSocket(data, logs[0]?.organisation ?? '', 'privacy.replayErasures', { erased });
  await vi.waitFor(() => expect(readFileSync(join(data, 'erasures.log'), 'utf8')).toContain('person-0000007'), 240_000);
  const restored = run(['restore', file, '--identity', identity, '--reason', 'exercise', '--json'], other.data);
  const { counts, erasedAgain } = JSON.parse(restored.stdout) as {
    counts: Record<string, number>;
    erasedAgain: number;
  };
  expect(erasedAgain).toBeGreaterThan(0);
  const backUp = (folder = data) => (JSON.parse(run(['backup', '--json'], folder).stdout) as { file: string }).file;
  const [here, after] = [backUp(), backUp(other.data)];
  for (const name of ['格日勒', canary]) {
    expect(await backupHolds(file, name)).toBe(true);
    expect(await backupHolds(here, name)).toBe(false);
    expect(await backupHolds(after, name)).toBe(false);
    expect(filesWith(name)).toEqual([]);
  }
  const report = run(['journal', 'verify', '--lang', 'en'], other.data);
  expect(report).toMatchObject({ status: 0, stdout: expect.stringContaining('An announced restore') });
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows);
  const again = run(['restore', file, '--identity', identity, '--reason', 'exercise', '--lang', 'en'], other.data);
  expect(again).toMatchObject({ status: 1, stdout: '' });
  expect(again.stderr).toContain('is not empty');
  expect(existsSync(join(other.data, 'secrets', 'backup-identity'))).toBe(false);
}, 300_000);

test('it ends cleanly on a signal and starts again with what was there', async () => {
  expect(await program.stop()).toBe(0);
  program = await startProgram(data);
  // Nobody of the demo has signed in yet: the links of the first start have ended, and these are new.
  expect(Object.keys(program.links).toSorted()).toEqual(['administrator', 'member', 'security-officer']);
}, 300_000);
