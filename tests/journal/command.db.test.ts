import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  exportedLogs,
  isBroken,
  nothingOutside,
  originsOfNoLog,
  verifyFolder,
  writeInto,
} from '../../packages/server/src/modules/journal/index.ts';
import { logSigner, originOf, sha } from '../../packages/server/src/modules/journal/log.ts';
import { signerOf } from '../../packages/server/src/platform/signing/ed25519.ts';
import { sallyportWith } from '../cli/sallyport.ts';
import { eachInstallation } from '../support/installations.ts';
import { draft, testAccount, testJournal, testKey } from '../support/journals.ts';
import { reworded, tampering, testParts } from '../support/tampering.ts';
import { type TestDataFolder, testDataFolder } from '../support/test-data-folder.ts';

const day = 86_400_000_000;

const cases = [
  'untouched',
  'changed',
  'dropped',
  'swapped',
  'back-dated',
  'forked',
  'rolled-back',
  'restored',
] as const;
type Case = (typeof cases)[number];

type Log = {
  readonly origin: string;
  readonly folder?: string;
  readonly whole: boolean;
  readonly findings: readonly { readonly code: string; readonly kind: string; readonly index: number | null }[];
};

/** What must be named of each, as code and number of the first entry concerned. */
const named: Readonly<Record<Case, readonly unknown[]>> = {
  untouched: [],
  changed: [['entry-changed', 13]],
  dropped: [['entry-dropped', 7]],
  swapped: [['entries-swapped', 3]],
  'back-dated': [['entry-out-of-order', 25]],
  forked: [['history-forked', 10]],
  'rolled-back': [['rolled-back', 20]],
  restored: [],
};

eachInstallation(({ owner, app, database, ownerClient }) => {
  const orgs = Object.fromEntries(cases.map((one) => [one, randomUUID()])) as Record<Case, string>;
  const journal = testJournal(database);
  const tamper = tampering(ownerClient);
  const held: string[] = [];
  let folder: TestDataFolder;

  beforeAll(async () => {
    folder = await testDataFolder({ owner, app });
    const begin = journal.clock.at;
    for (const one of cases) {
      journal.clock.at = begin;
      await someLog(one, orgs[one]);
    }
  });
  afterAll(() => folder.remove());

  /** Thirty entries on three days, sealed day by day, and then what somebody did to them. */
  async function someLog(one: Case, org: string): Promise<void> {
    const { at } = journal.clock;
    await tamper.sql('INSERT INTO tenant VALUES ($1, $2, false, now())', org, org);
    const evenings: string[] = [];
    for (let n = 0; n < 3; n++) {
      journal.clock.at = at + n * day;
      const drafts = Array.from({ length: 10 }, () => draft({ at: journal.clock.at, fields: { n } }));
      await database.inOrganisation(org, (tx) => journal.port.append(tx, drafts));
      await journal.sealer.sealAll(org);
      evenings.push(await tamper.latest(org));
    }
    const keep = (note = ''): void => {
      held.push(join(folder.data, `held-${held.length}`));
      writeFileSync(held.at(-1) ?? '', note);
    };
    if (one === 'changed') await tamper.changeAction(org, 13);
    if (one === 'dropped') await tamper.drop(org, 7);
    if (one === 'swapped') await tamper.swap(org, 3, 17);
    if (one === 'back-dated')
      await tamper.rewrite(org, (n, body) => (n === 25 ? reworded(body, { at: { instant: at } }) : body));
    if (one === 'forked') {
      await tamper.rewrite(org, (n, body) => (n === 14 ? reworded(body, { actor: randomUUID() }) : body));
      evenings.slice(0, 2).forEach(keep);
    }
    if (one === 'rolled-back' || one === 'restored') await tamper.rollBack(org, evenings[1] ?? '');
    if (one === 'rolled-back') keep(evenings[2]);
    if (one === 'restored') {
      await database.inOrganisation(org, (tx) =>
        journal.beginEpoch(tx, { last: null, reason: 'disk-failure', account: testAccount, words: '' }),
      );
      evenings.slice(1).forEach(keep);
    }
  }

  const brokenIn = (logs: readonly Log[], org: string): unknown[] =>
    logs
      .filter(({ origin }) => origin.includes(org))
      .flatMap(({ findings }) => findings)
      .filter(({ kind, code }) => kind === 'broken' && code !== 'column-changed')
      .map(({ code, index }) => [code, index]);

  function expectNamed(logs: readonly Log[]): void {
    const found = Object.fromEntries(cases.map((one) => [one, brokenIn(logs, orgs[one])]));
    expect(found).toEqual({
      ...named,
      // Where the second and third day's own checkpoints were signed anew, the day they part is all that can be said.
      forked: expect.arrayContaining([...named.forked]),
      'back-dated': expect.arrayContaining([...named['back-dated']]),
    });
    const restored = logs.filter(({ origin }) => origin === originOf(testParts, orgs.restored, 2));
    expect(restored.flatMap(({ findings }) => findings).map(({ code }) => code)).toContain('restored');
  }

  test('journal verify names what was done to each log, of the database, and ends with status 1', () => {
    const run = sallyportWith(folder.environment, 'journal', 'verify', '--json', '--held', ...held);
    expect(run.status).toBe(1);
    const { whole, logs } = JSON.parse(run.stdout) as { whole: boolean; logs: Log[] };
    expect(whole).toBe(false);
    expectNamed(logs);
  });

  test('an untouched log ends with status 0, and what nobody can know is said in so many words', () => {
    const run = sallyportWith(
      folder.environment,
      'journal',
      'verify',
      '--organisation',
      orgs.untouched,
      '--lang',
      'en',
    );
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('30 entries, nothing was changed');
    expect(run.stdout).toContain('Unknowable without an outside checkpoint');
  });

  test('journal verify DIR names the same, offline, from the exported folders', async () => {
    const exported = join(folder.data, 'exported');
    mkdirSync(exported);
    for (const org of Object.values(orgs)) await journal.export(org, writeInto(join(exported, org)));
    const run = sallyportWith({}, 'journal', 'verify', exported, '--json', '--held', ...held);
    expect(run.status).toBe(1);
    const { logs } = JSON.parse(run.stdout) as { logs: Log[] };
    // A bundle of entries with a gap cannot be written: all of it is missing.
    const without = logs.filter(({ origin }) => !origin.includes(orgs.dropped));
    expectNamed([...without, ...logsOfDropped(logs)]);
  });

  const logsOfDropped = (logs: readonly Log[]): Log[] =>
    logs
      .filter(({ origin }) => origin.includes(orgs.dropped))
      .map((log) => {
        expect(log.findings.filter(({ code }) => code === 'entry-dropped')).toHaveLength(30);
        return { ...log, findings: log.findings.filter(({ index }) => index === 7) };
      });

  test('a folder is whole under the key had from elsewhere, and under no other', async () => {
    const into = join(folder.data, 'one');
    await journal.export(orgs.untouched, writeInto(into));
    const [log = ''] = exportedLogs(into);
    const own = logSigner(testParts, originOf(testParts, orgs.changed, 1)).key;
    // The installation signs all its logs with one pair: the key of another log of it will do.
    const report = await verifyFolder(log, [own], nothingOutside);
    expect(report).toMatchObject({ keyFrom: 'given', entries: 30, head: 30 });
    expect(report !== null && isBroken(report)).toBe(false);
    const stranger = signerOf(sha, own.name, 'note', testKey(2)).key;
    const refused = await verifyFolder(log, [stranger], nothingOutside);
    expect(refused?.findings.map(({ code }) => code)).toContain('checkpoint-unsigned');
  });

  test('a checkpoint of no log that is here is no silence but a mistake, and said', () => {
    const note = readFileSync(held[0] ?? '', 'utf8');
    expect(originsOfNoLog([{ note }], [{ origin: originOf(testParts, orgs.untouched, 1) }])).toHaveLength(1);
    expect(originsOfNoLog([{ note }], [{ origin: originOf(testParts, orgs.forked, 2) }])).toEqual([]);
  });
});
