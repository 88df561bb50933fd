import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseVerifierKey, printVerifierKey } from '@sallyport/core/journal';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { exportedLogs, verifyFolder, writeInto } from '../../packages/server/src/modules/journal/index.ts';
import { logSigner, originOf, sha } from '../../packages/server/src/modules/journal/log.ts';
import { carriedLog } from '../../packages/server/src/modules/journal/verify-folder.ts';
import { cosignCarried } from '../../packages/server/src/witness/carried.ts';
import { holdWitness } from '../../packages/server/src/witness/folder.ts';
import { sallyportWith } from '../cli/sallyport.ts';
import { eachInstallation } from '../support/installations.ts';
import { draft, testAccount, testJournal } from '../support/journals.ts';
import { actorOf, testRooms } from '../support/rooms.ts';
import { reworded, tampering, testParts } from '../support/tampering.ts';
import { testDataFolder } from '../support/test-data-folder.ts';

const bin = new URL('../../packages/cli/bin/sallyport.mjs', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'sallyport-witness-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let running: ChildProcess | null = null;
async function stopWitness(): Promise<void> {
  if (running === null) return;
  const ended = once(running, 'exit');
  running.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
  running = null;
}
afterEach(stopWitness);

/** The witness as its keeper starts it: `sallyport journal witness DIR`. */
async function startWitness(name: string, ...args: string[]) {
  const child = spawn(
    process.execPath,
    [bin, 'journal', 'witness', join(folder, name), '--port', '0', '--json', ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  running = child;
  for await (const line of createInterface({ input: child.stdout })) {
    const { address, key } = JSON.parse(line) as { address: string; key: string };
    const parsed = parseVerifierKey(sha, key);
    if (parsed === null) throw new Error(`${key} is no key`);
    return { url: address, key: parsed };
  }
  throw new Error('the witness said nothing');
}

eachInstallation(({ owner, app, database, ownerClient, major }) => {
  const org = randomUUID();
  const journal = testJournal(database);
  const tamper = tampering(ownerClient);
  const logKey = printVerifierKey(logSigner(testParts, originOf(testParts, org, 1)).key);
  const name = `w${major}`;
  const witness = (...args: string[]) => startWitness(name, ...args);
  const append = async (count: number): Promise<void> => {
    await database.inOrganisation(org, (tx) =>
      journal.port.append(
        tx,
        Array.from({ length: count }, () => draft({ at: journal.clock.at })),
      ),
    );
    await journal.sealer.sealAll(org);
  };
  const codes = async (witnesses: readonly { readonly key: NonNullable<ReturnType<typeof parseVerifierKey>> }[]) =>
    (await journal.verify(org, { held: [], witnesses: witnesses.map(({ key }) => key) })).flatMap(({ findings }) =>
      findings.map(({ code }) => code),
    );

  beforeAll(() => append(3));

  test('cosigns what follows from what it saw, remembers it over a restart, and the log shows it', async () => {
    const first = await witness('--name', `${name}.example`, '--log', logKey);
    expect(await journal.collect(org, [first])).toEqual([{ witness: `${name}.example`, came: 'cosigned' }]);
    expect(await journal.collect(org, [first])).toEqual([]);
    await append(300);
    expect(await journal.collect(org, [first])).toEqual([{ witness: `${name}.example`, came: 'cosigned' }]);
    const rooms = testRooms(database, [journal.room]);
    expect(await rooms.ask('journal.head', {}, actorOf(org, 'auditor'))).toMatchObject({
      size: 303,
      witnesses: [{ name: `${name}.example`, size: 303, at: expect.stringMatching(/^20/) }],
    });
    // A cosigned checkpoint is one outside: what could not be known without is known.
    expect(await codes([first])).not.toContain('no-outside-checkpoint');
    expect(await codes([])).toContain('no-outside-checkpoint');
  });

  test('begins where it stopped although we forgot, and knows a new epoch of a log it knows', async () => {
    const again = await witness();
    await tamper.sql('DELETE FROM journal_cosignature WHERE org_id = $1', org);
    await append(2);
    expect(await journal.collect(org, [again])).toMatchObject([{ came: 'cosigned' }]);
    await database.inOrganisation(org, (tx) =>
      journal.beginEpoch(tx, { last: null, reason: 'exercise', account: testAccount, words: '' }),
    );
    expect(await journal.collect(org, [again])).toMatchObject([{ came: 'cosigned' }]);
    expect(readdirSync(join(folder, name, 'remembered'))).toHaveLength(2);
  });

  test('does not cosign a log that was taken back or rewritten, whoever has the keys, and does not know strangers', async () => {
    const one = await witness();
    const other = randomUUID();
    const sealed = async (drafts: number): Promise<string> => {
      await database.inOrganisation(other, (tx) =>
        journal.port.append(
          tx,
          Array.from({ length: drafts }, () => draft()),
        ),
      );
      await journal.sealer.sealAll(other);
      return tamper.latest(other);
    };
    const before = await sealed(5);
    expect(await journal.collect(other, [one])).toMatchObject([{ came: 'away' }]);
    await stopWitness();
    const two = await witness('--log', printVerifierKey(logSigner(testParts, originOf(testParts, other, 1)).key));
    expect(await journal.collect(other, [two])).toMatchObject([{ came: 'cosigned' }]);
    await sealed(4);
    expect(await journal.collect(other, [two])).toMatchObject([{ came: 'cosigned' }]);
    await tamper.rollBack(other, before);
    await tamper.sql('DELETE FROM journal_cosignature WHERE org_id = $1 AND size > 5', other);
    expect(await journal.collect(other, [two])).toEqual([]);
    const longer = testJournal(database);
    await database.inOrganisation(other, (tx) => longer.port.append(tx, [draft()]));
    await longer.sealer.sealAll(other);
    expect(await journal.collect(other, [two])).toMatchObject([{ came: 'contradicted' }]);
    await sealed(20);
    await tamper.rewrite(other, (n, body) => (n === 2 ? reworded(body, { action: 'trip.cancel' }) : body));
    expect(await journal.collect(other, [two])).toMatchObject([{ came: 'contradicted' }]);
  });

  test('one folder is one witness: a second program on it is refused', async () => {
    await witness();
    const second = sallyportWith({}, 'journal', 'witness', join(folder, name), '--port', '0', '--lang', 'en');
    expect(second).toMatchObject({ status: 1, stdout: '' });
    expect(second.stderr).toContain('Another program is using');
    const unnamed = sallyportWith({}, 'journal', 'witness', join(folder, 'new'), '--port', '0', '--lang', 'en');
    expect(unnamed).toMatchObject({ status: 1, stdout: '' });
  });

  test('cosigns a log carried to it as a folder; the log takes it in when it comes back, and verification counts it', async () => {
    const carriedOrg = randomUUID();
    await tamper.sql('INSERT INTO tenant VALUES ($1, $2, false, now())', carriedOrg, carriedOrg);
    const sealed = async (count: number): Promise<void> => {
      const drafts = Array.from({ length: count }, () => draft({ at: journal.clock.at }));
      await database.inOrganisation(carriedOrg, (tx) => journal.port.append(tx, drafts));
      await journal.sealer.sealAll(carriedOrg);
    };
    const carry = async (to: string): Promise<string> => {
      const path = join(folder, `${name}-${to}`);
      await journal.export(carriedOrg, writeInto(path));
      return path;
    };
    const own = join(folder, `${name}-away`);
    const logs = [printVerifierKey(logSigner(testParts, originOf(testParts, carriedOrg, 1)).key)];
    const cosign = (path: string, known: readonly string[] = []) =>
      cosignCarried({
        folder: own,
        name: `${name}.away.example`,
        logs: known,
        carried: exportedLogs(path).map(carriedLog),
      });
    const noteIn = (path: string): string => readFileSync(join(path, '1', 'checkpoint'), 'utf8');

    await sealed(5);
    const first = await carry('first');
    await expect(cosign(first)).rejects.toMatchObject({ code: 'witness.unknown-log' });
    const { witness: away, cosigned } = await cosign(first, logs);
    expect(cosigned).toMatchObject([{ size: 5 }]);
    const { key } = away.signer;
    const takeIn = (path: string, keys = [key]) => journal.takeIn(carriedOrg, noteIn(path), keys);
    expect(await takeIn(first, [])).toEqual({ came: 'no-cosignature' });
    expect(await journal.takeIn(org, noteIn(first), [key])).toBeNull();
    const codesOf = async (keys: readonly (typeof key)[]): Promise<string[]> =>
      (await journal.verify(carriedOrg, { held: [], witnesses: keys })).flatMap(({ findings }) =>
        findings.map(({ code }) => code),
      );
    expect(await codesOf([key])).toContain('no-outside-checkpoint');
    expect(await takeIn(first)).toMatchObject({ came: 'taken', size: 5, witnesses: [`${name}.away.example`] });
    expect(await codesOf([key])).not.toContain('no-outside-checkpoint');
    const rooms = testRooms(database, [journal.room]);
    expect(await rooms.ask('journal.head', {}, actorOf(carriedOrg, 'auditor'))).toMatchObject({
      size: 5,
      witnesses: [{ name: `${name}.away.example`, size: 5 }],
    });
    // Offline as well, of the folder as it comes back; the folder of one epoch is one log.
    const report = await verifyFolder(join(first, '1'), [], { held: [], witnesses: [key] });
    expect(report?.findings.map(({ code }) => code)).not.toContain('no-outside-checkpoint');

    // The next time the proof is taken from the tiles that come along, and only then.
    await sealed(300);
    const second = await carry('second');
    const tiles = join(second, '1', 'tile', '0');
    renameSync(tiles, `${tiles}-left`);
    await expect(cosign(second)).rejects.toMatchObject({ code: 'witness.tiles-missing' });
    renameSync(`${tiles}-left`, tiles);
    // While the witness runs over a line it remembers alone.
    const held = await holdWitness(own);
    await expect(cosign(second)).rejects.toMatchObject({ code: 'witness.in-use' });
    await held.stop();
    expect((await cosign(second)).cosigned).toMatchObject([{ size: 305 }]);
    await expect(cosign(first)).rejects.toMatchObject({ code: 'witness.taken-back' });

    await sealed(2);
    await tamper.rewrite(carriedOrg, (n, body) => (n === 2 ? reworded(body, { action: 'trip.cancel' }) : body));
    await expect(cosign(await carry('rewritten'))).rejects.toMatchObject({ code: 'witness.another-past' });
    expect(readdirSync(join(own, 'forks'))).toHaveLength(1);
    // What comes back now is a checkpoint that was signed here and is here no longer.
    expect(await takeIn(second)).toEqual({ came: 'contradicted' });
  });

  test('the verbs for a carried log: cosigned and collected, and what is refused is said', async () => {
    const path = join(folder, `${name}-by-verb`);
    await tamper.sql('INSERT INTO tenant VALUES ($1, $2, false, now()) ON CONFLICT DO NOTHING', org, org);
    await journal.export(org, writeInto(path));
    const own = ['journal', 'witness', join(folder, `${name}-verb`), '--name', `${name}.verb`, '--folder', path];
    const said = sallyportWith({}, ...own, '--log', logKey, '--lang', 'en');
    const signed = sallyportWith({}, ...own, '--json');
    const { key, logs } = JSON.parse(signed.stdout) as { key: string; logs: object[] };
    expect(logs).toHaveLength(exportedLogs(path).length);
    // Whoever carried it is told what collect will ask for.
    expect(said.stdout).toContain(key);
    const data = await testDataFolder({ owner, app });
    const collect = (...args: string[]) =>
      sallyportWith(data.environment, 'journal', 'collect', path, '--lang', 'en', ...args);
    expect(collect()).toMatchObject({ status: 1, stderr: expect.stringContaining('No known witness') });
    expect(collect('--witness', key).stdout).toContain(`cosigned by ${name}.verb, taken in`);
    data.remove();
  });
});
