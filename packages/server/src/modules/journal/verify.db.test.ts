import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { draft, testAccount, testJournal } from '../../../../../tests/support/journals.ts';
import { reworded, tampering, testParts } from '../../../../../tests/support/tampering.ts';
import { isBroken, nothingOutside, type Outside } from './index.ts';
import { originOf } from './log.ts';

const day = 86_400_000_000;

eachInstallation(({ database, ownerClient }) => {
  /** Thirty entries on three days, sealed day by day; what the journal said each evening. */
  async function someLog() {
    const org = randomUUID();
    const journal = testJournal(database);
    const evenings: string[] = [];
    const { at } = journal.clock;
    for (let n = 0; n < 3; n++) {
      journal.clock.at = at + n * day;
      const drafts = Array.from({ length: 10 }, () => draft({ at: journal.clock.at, fields: { n } }));
      await database.inOrganisation(org, (tx) => journal.port.append(tx, drafts));
      await journal.sealer.sealAll(org);
      evenings.push(await latest(org));
    }
    const found = async (outside: Outside = nothingOutside) =>
      (await journal.verify(org, outside)).flatMap(({ findings }) => findings);
    const broken = async (outside?: Outside) =>
      (await found(outside)).filter(({ kind }) => kind === 'broken').map(({ code, index }) => [code, index]);
    return { org, journal, evenings, found, broken };
  }
  const { sql, latest, idAt, rewrite, rollBack, changeAction, swap } = tampering(ownerClient);
  const held = (...notes: string[]): Outside => ({
    held: notes.map((note) => ({ note, newestAt: null })),
    witnesses: [],
  });

  test('an untouched log is whole, and what cannot be known without outside checkpoints is said', async () => {
    const { org, journal, found } = await someLog();
    const [report] = await journal.verify(org, nothingOutside);
    expect(report).toMatchObject({ entries: 30, head: 30 });
    expect(report !== undefined && isBroken(report)).toBe(false);
    expect((await found()).map(({ code }) => code)).toEqual(['no-outside-checkpoint', 'no-dated-checkpoint']);
  });

  test('a changed entry is named', async () => {
    const { org, broken } = await someLog();
    await changeAction(org, 13);
    expect(await broken()).toEqual([['entry-changed', 13]]);
  });

  test('a back-dated entry is named as changed, or, signed anew by someone with the key, by its time', async () => {
    const first = await someLog();
    const { rows } = await ownerClient.query<{ body: Buffer }>(
      'SELECT body FROM journal_entry WHERE org_id = $1 AND id = $2',
      [first.org, await idAt(first.org, 25)],
    );
    const at = { instant: first.journal.clock.at - 2 * day };
    await sql(
      'UPDATE journal_entry SET body = $3 WHERE org_id = $1 AND id = $2',
      first.org,
      await idAt(first.org, 25),
      reworded(rows[0]?.body ?? Buffer.alloc(0), { at }),
    );
    expect(await first.broken()).toEqual([
      ['entry-changed', 25],
      ['entry-out-of-order', 25],
      ['column-changed', null],
    ]);

    const second = await someLog();
    await rewrite(second.org, (n, body) => (n === 25 ? reworded(body, { at }) : body));
    expect(await second.broken()).toEqual([
      ['entry-out-of-order', 25],
      ['column-changed', null],
    ]);
  });

  test.each([
    ['the entry', 'DELETE FROM journal_entry WHERE org_id = $1 AND id = $2'],
    [
      'its leaf with it',
      'WITH leaf AS (DELETE FROM journal_leaf WHERE org_id = $1 AND entry = $2) DELETE FROM journal_entry WHERE org_id = $1 AND id = $2',
    ],
  ])('a dropped entry is named: %s', async (_what, statement) => {
    const { org, broken } = await someLog();
    await sql(statement, org, await idAt(org, 7));
    expect(await broken()).toEqual([['entry-dropped', 7]]);
  });

  test('swapped entries are named', async () => {
    const { org, broken } = await someLog();
    await swap(org, 3, 17);
    expect(await broken()).toEqual([['entries-swapped', 3]]);
  });

  test('an entry put in beside the program is named', async () => {
    const { org, broken } = await someLog();
    await sql(
      `INSERT INTO journal_entry SELECT org_id, 'made-up', body, action, subject, account, day FROM journal_entry WHERE org_id = $1 LIMIT 1`,
      org,
    );
    expect((await broken()).map(([code]) => code)).toEqual(['entry-unsealed', 'column-changed']);
  });

  test('an entry turned away from whom it is about is named: it would be missed when they are erased', async () => {
    const { org, journal, broken } = await someLog();
    const drafts = ['p-1', 'p-2', null].map((person) => draft({ at: journal.clock.at, person }));
    await database.inOrganisation(org, (tx) => journal.port.append(tx, drafts));
    await journal.sealer.sealAll(org);
    expect(await broken()).toEqual([]);
    await sql(`UPDATE journal_value SET person = 'p-2' WHERE org_id = $1 AND person = 'p-1'`, org);
    expect((await broken()).map(([code]) => code)).toEqual(['column-changed']);
    await sql('UPDATE journal_value SET person = NULL WHERE org_id = $1', org);
    expect((await broken()).map(([code]) => code)).toEqual(['column-changed', 'column-changed']);
  });

  test('an entry whose subject has an id of its own is held to it', async () => {
    const { org, journal, broken } = await someLog();
    const own = draft({ at: journal.clock.at, subject: 'person/staff-7' });
    await database.inOrganisation(org, (tx) => journal.port.append(tx, [own]));
    await journal.sealer.sealAll(org);
    expect(await broken()).toEqual([]);
    await sql(
      `UPDATE journal_entry SET subject = 'person/staff-8' WHERE org_id = $1 AND subject = 'person/staff-7'`,
      org,
    );
    expect((await broken()).map(([code]) => code)).toEqual(['column-changed']);
  });

  test('a changed value and a changed search column are named; an erased value is no fault', async () => {
    const { org, broken } = await someLog();
    await sql('DELETE FROM journal_value WHERE org_id = $1 AND entry = $2', org, await idAt(org, 1));
    expect(await broken()).toEqual([]);
    await sql(
      `UPDATE journal_value SET contents = '{"n":9}' WHERE org_id = $1 AND entry = $2`,
      org,
      await idAt(org, 2),
    );
    await sql(
      'UPDATE journal_entry SET account = $3 WHERE org_id = $1 AND id = $2',
      org,
      await idAt(org, 4),
      randomUUID(),
    );
    expect((await broken()).map(([code]) => code)).toEqual(['value-changed', 'column-changed']);
  });

  test('a history rewritten with all keys shows against yesterday’s outside checkpoint, which names the days', async () => {
    const { org, evenings, broken, found } = await someLog();
    await rewrite(org, (n, body) => (n === 14 ? reworded(body, { action: 'trip.cancel' }) : body));
    await sql(
      `UPDATE journal_entry SET action = 'trip.cancel' WHERE org_id = $1 AND id = $2`,
      org,
      await idAt(org, 14),
    );
    // With all keys and nothing outside nobody can tell, and the report says that it cannot.
    expect(await broken()).toEqual([]);
    expect((await found()).map(({ code }) => code)).toContain('no-outside-checkpoint');
    const outside = held(evenings[0] ?? '', evenings[1] ?? '');
    expect(await broken(outside)).toContainEqual(['history-forked', 10]);
    expect((await found(outside)).find(({ code }) => code === 'history-forked')?.zh).toContain('2026-11-24');
  });

  test('a silent rollback and an announced restore are told as different things', async () => {
    const { org, journal, evenings, broken, found } = await someLog();
    // The state of the second evening, as a backup has it.
    await rollBack(org, evenings[1] ?? '');
    expect(await broken()).toEqual([]);
    expect(await broken(held(evenings[2] ?? ''))).toEqual([['rolled-back', 20]]);

    const [, , rootLine = ''] = (evenings[2] ?? '').split('\n');
    const last = {
      origin: originOf(testParts, org, 1),
      size: 30,
      root: new Uint8Array(Buffer.from(rootLine, 'base64')),
    };
    const begun = await database.inOrganisation(org, (tx) =>
      journal.beginEpoch(tx, { last, reason: 'disk-failure', account: testAccount, words: '磁盘损坏' }),
    );
    expect(begun.origin).toBe(originOf(testParts, org, 2));
    await database.inOrganisation(org, (tx) => journal.port.append(tx, [draft({ at: journal.clock.at })]));
    await journal.sealer.sealAll(org);
    const [old, fresh] = await journal.verify(org, held(evenings[2] ?? ''));
    expect(fresh).toMatchObject({ entries: 2, head: 2 });
    const restored = fresh?.findings.find(({ code }) => code === 'restored');
    expect(restored).toMatchObject({ kind: 'notice' });
    expect(restored?.zh).toContain('磁盘故障');
    expect(fresh !== undefined && isBroken(fresh)).toBe(false);
    expect(restored?.en).toContain('it goes on from entry 20');
    expect(restored?.en).toContain('10 entries known to be lost');
    // What the old epoch lacks stays visible there, as what it is.
    expect(old?.findings.find(({ code }) => code === 'restore-lost')?.en).toContain('lost the 10 entries');
    expect(old !== undefined && isBroken(old)).toBe(false);
    expect((await found()).filter(({ kind }) => kind === 'broken')).toEqual([]);
  });

  test('a restore by somebody who kept no checkpoint is counted by one that turns up later, and is no fault', async () => {
    const { org, journal, evenings, broken, found } = await someLog();
    await rollBack(org, evenings[1] ?? '');
    await database.inOrganisation(org, (tx) =>
      journal.beginEpoch(tx, { last: null, reason: 'disk-failure', account: testAccount, words: '' }),
    );
    const outside = held(evenings[2] ?? '');
    expect(await broken(outside)).toEqual([]);
    const lost = (await found(outside)).filter(({ code }) => code === 'restore-lost');
    expect(lost.map(({ index }) => index)).toEqual([20, 0]);
    for (const { zh } of lost) expect(zh).toContain('丢失了备份之后的10条记录');
  });

  test('an announcement that goes on from elsewhere explains nothing: going back behind it stays a rollback', async () => {
    const { org, journal, evenings, broken } = await someLog();
    await rollBack(org, evenings[1] ?? '');
    await database.inOrganisation(org, (tx) =>
      journal.beginEpoch(tx, { last: null, reason: 'disk-failure', account: testAccount, words: '' }),
    );
    await rollBack(org, evenings[0] ?? '');
    expect(await broken(held(evenings[1] ?? ''))).toContainEqual(['rolled-back', 10]);
  });

  test('what a backup had not sealed is sealed at once after the restore, announced, and no fault for its age', async () => {
    const { org, journal, found } = await someLog();
    await database.inOrganisation(org, (tx) => journal.port.append(tx, [draft({ at: journal.clock.at })]));
    journal.clock.at += 5 * day;
    const begun = await database.inOrganisation(org, (tx) =>
      journal.beginEpoch(tx, { last: null, reason: 'exercise', account: testAccount, words: '' }),
    );
    await database.inOrganisation(org, (tx) => journal.port.append(tx, [draft({ at: journal.clock.at })]));
    await journal.sealer.sealAll(org);
    const [, fresh] = await journal.verify(org, held(begun.checkpoint));
    expect(fresh?.findings.find(({ code }) => code === 'restored')?.en).toContain('the 1 entries after it');
    expect((await found(held(begun.checkpoint))).filter(({ kind }) => kind === 'broken')).toEqual([]);
  });

  test('a tile that was changed is named, and no sealer builds on it', async () => {
    const { org, journal, broken } = await someLog();
    await sql(
      `UPDATE journal_tile SET bytes = set_byte(bytes, 5, 1 + get_byte(bytes, 5) % 200) WHERE org_id = $1`,
      org,
    );
    expect((await broken()).map(([code]) => code)).toContain('tile-wrong');
    await database.inOrganisation(org, (tx) => journal.port.append(tx, [draft()]));
    await expect(testJournal(database).sealer.sealAll(org)).rejects.toThrow('tile-missing');
  });
});
