import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseVerifierKey, printVerifierKey } from '@sallyport/core/journal';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { logSigner, originOf, sha } from '../../packages/server/src/modules/journal/log.ts';
import { sallyportWith } from '../cli/sallyport.ts';
import { eachInstallation } from '../support/installations.ts';
import { draft, testAccount, testJournal } from '../support/journals.ts';
import { actorOf, testRooms } from '../support/rooms.ts';
import { reworded, tampering, testParts } from '../support/tampering.ts';

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

eachInstallation(({ database, ownerClient, major }) => {
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
      journal.beginEpoch(tx, { last: null, reason: 'exercise', lost: null, account: testAccount, words: '' }),
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
});
