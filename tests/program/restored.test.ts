import { chmodSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sallyportWith } from '../cli/sallyport.ts';
import { overSocket } from '../support/over-socket.ts';
import { makeDataFolder, startProgram } from '../support/program.ts';

/** A night's backup, a day's work after it, a checkpoint that was kept elsewhere during the day, and then the disk is gone. */
const old = makeDataFolder();
const told = makeDataFolder();
const untold = makeDataFolder();
const kept = join(old.data, 'kept');
let backup: string;
let organisation: string;
let head: { readonly size: number; readonly path: string };

const run = (data: string, ...args: string[]) => sallyportWith({ SALLYPORT_DATA: data }, ...args);

type Finding = { readonly code: string; readonly kind: string; readonly en: string };
type Verified = {
  readonly whole: boolean;
  readonly logs: { readonly entries: number; readonly findings: Finding[] }[];
};
const verify = (data: string) => {
  const named = ['--organisation', organisation, '--held', head.path, '--json'];
  const { status, stdout } = run(data, 'journal', 'verify', ...named);
  const { whole, logs } = JSON.parse(stdout) as Verified;
  return { status, whole, logs, findings: logs.flatMap(({ findings }) => findings) };
};

beforeAll(async () => {
  // A folder that may be passed through, as those under which data folders lie.
  chmodSync(dirname(told.data), 0o711);
  const program = await startProgram(old.data, {}, ['--empty']);
  const named = ['--name', '示例二所', '--seat', 'cn', '--region', 'cq'];
  const opened = run(old.data, 'organisation', 'open', ...named, '--json').stdout;
  ({ organisation } = JSON.parse(opened) as { organisation: string });
  backup = (JSON.parse(run(old.data, 'backup', '--json').stdout) as { file: string }).file;
  const { handover } = (await overSocket(old.data, organisation, 'privacy.handOver', {
    way: 'export',
    receiver: 'domesticAuthority',
    receiverName: '市国家安全局',
    country: 'CN',
    clause: 'cn-cel-2023/art-26',
    route: 'domestic',
    personalData: false,
    until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  })) as { handover: string };
  const asked = ['--organisation', organisation, '--handover', handover, '--json'];
  const exported = JSON.parse(run(old.data, 'journal', 'export', kept, ...asked).stdout) as {
    logs: { entries: number }[];
  };
  head = { size: exported.logs[0]?.entries ?? 0, path: join(kept, '1', 'checkpoint') };
  await program.stop();
}, 300_000);
afterAll(() => {
  for (const { remove } of [old, told, untold]) remove();
});

const restoreInto = (data: string, ...args: string[]) => {
  const identity = join(old.data, 'secrets', 'backup-identity');
  const named = ['--identity', identity, '--reason', 'disk-failure', '--lang', 'en', ...args];
  return run(data, 'restore', backup, ...named);
};

test('a restore that names the checkpoint kept elsewhere announces what was lost, and verifies as a restore', () => {
  const wrong = restoreInto(told.data, '--held', backup);
  expect(wrong).toMatchObject({ status: 1, stderr: expect.stringContaining('not signed by this installation') });
  expect(restoreInto(told.data, '--held', head.path)).toMatchObject({ status: 0 });
  // Run by root as by anybody: the database lies in the folder that was restored into, as it does after a start.
  expect(readdirSync(told.data)).toContain('database');
  expect(readdirSync(told.data)).not.toContain('database-is-at');
  const { status, whole, logs, findings } = verify(told.data);
  expect(findings.filter(({ kind }) => kind === 'broken')).toEqual([]);
  expect([status, whole]).toEqual([0, true]);
  const lost = head.size - (logs[0]?.entries ?? 0);
  expect(lost).toBeGreaterThan(0);
  expect(findings.find(({ code }) => code === 'restored')?.en).toContain(`${lost} entries known to be lost`);
  expect(findings.find(({ code }) => code === 'restore-lost')?.en).toContain(`lost the ${lost} entries`);
}, 300_000);

test('one without it says that nobody can say, and the checkpoint that turns up counts it', () => {
  expect(restoreInto(untold.data)).toMatchObject({ status: 0 });
  const { status, findings } = verify(untold.data);
  expect(findings.filter(({ kind }) => kind === 'broken')).toEqual([]);
  expect(status).toBe(0);
  expect(findings.find(({ code }) => code === 'restored')?.en).toContain('nobody can say');
  expect(findings.filter(({ code }) => code === 'restore-lost')).toHaveLength(2);
}, 300_000);
