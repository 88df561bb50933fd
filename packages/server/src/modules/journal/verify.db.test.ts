import { randomUUID } from 'node:crypto';
import {
  checkpointText,
  emptyEdge,
  entryBytes,
  leafHashes,
  printNote,
  readEntry,
  sealLeaves,
  signNote,
} from '@sallyport/core/journal';
import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { draft, testAccount, testInstallation, testJournal, testKey } from '../../../../../tests/support/journals.ts';
import { isBroken, nothingOutside, type Outside } from './index.ts';
import { logSigner, originOf, sha } from './log.ts';

const day = 86_400_000_000;
const parts = { installation: testInstallation, key: testKey() };

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
  const latest = async (org: string, epoch = 1): Promise<string> =>
    (
      await ownerClient.query<{ note: string }>(
        'SELECT note FROM journal_checkpoint WHERE org_id = $1 AND epoch = $2 ORDER BY size DESC LIMIT 1',
        [org, epoch],
      )
    ).rows[0]?.note ?? '';
  const held = (...notes: string[]): Outside => ({
    held: notes.map((note) => ({ note, newestAt: null })),
    witnesses: [],
  });
  const idAt = async (org: string, index: number): Promise<string> =>
    (
      await ownerClient.query<{ entry: string }>('SELECT entry FROM journal_leaf WHERE org_id = $1 AND index = $2', [
        org,
        index,
      ])
    ).rows[0]?.entry ?? '';
  const sql = (text: string, ...values: unknown[]) => ownerClient.query(text, values);

  /** With every key: the last of these bodies in another wording, and everything over it computed and signed anew. */
  async function rewrite(org: string, change: (n: number, body: Uint8Array) => Uint8Array): Promise<void> {
    const { rows } = await ownerClient.query<{ id: string; body: Buffer }>(
      `SELECT entry.id, body FROM journal_leaf leaf JOIN journal_entry entry ON entry.org_id = leaf.org_id AND entry.id = leaf.entry
       WHERE leaf.org_id = $1 ORDER BY index`,
      [org],
    );
    const bodies = rows.map(({ body }, n) => change(n, body));
    for (const [n, body] of bodies.entries())
      await sql('UPDATE journal_entry SET body = $3 WHERE org_id = $1 AND id = $2', org, rows[n]?.id, body);
    const { rows: sizes } = await ownerClient.query<{ size: number }>(
      'SELECT size::int FROM journal_checkpoint WHERE org_id = $1',
      [org],
    );
    const origin = originOf(parts, org, 1);
    for (const { size } of sizes) {
      const { root, tiles } = sealLeaves(sha, emptyEdge, leafHashes(sha, bodies.slice(0, size)));
      const text = checkpointText({ origin, size, root });
      const note = printNote({ text, signatures: [signNote(logSigner(parts, origin), text)] });
      await sql('UPDATE journal_checkpoint SET note = $3 WHERE org_id = $1 AND size = $2', org, size, note);
      for (const { tile, bytes } of size === bodies.length ? tiles : [])
        await sql(
          'UPDATE journal_tile SET bytes = $4 WHERE org_id = $1 AND level = $2 AND index = $3',
          org,
          tile.level,
          tile.index,
          bytes,
        );
      if (size === bodies.length) await sql('UPDATE journal_head SET root = $2 WHERE org_id = $1', org, root);
    }
  }
  const reworded = (body: Uint8Array, change: object): Uint8Array => {
    const entry = readEntry(body);
    return entry === null ? body : entryBytes({ ...entry, ...change });
  };

  test('an untouched log is whole, and what cannot be known without outside checkpoints is said', async () => {
    const { org, journal, found } = await someLog();
    const [report] = await journal.verify(org, nothingOutside);
    expect(report).toMatchObject({ entries: 30, head: 30 });
    expect(report !== undefined && isBroken(report)).toBe(false);
    expect((await found()).map(({ code }) => code)).toEqual(['no-outside-checkpoint', 'no-dated-checkpoint']);
  });

  test('a changed entry is named', async () => {
    const { org, broken } = await someLog();
    const id = await idAt(org, 13);
    await sql(
      `UPDATE journal_entry SET body = convert_to(replace(convert_from(body, 'UTF8'), '"action":"trip.submit"', '"action":"trip.cancel"'), 'UTF8'), action = 'trip.cancel' WHERE org_id = $1 AND id = $2`,
      org,
      id,
    );
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
    ]);

    const second = await someLog();
    await rewrite(second.org, (n, body) => (n === 25 ? reworded(body, { at }) : body));
    expect(await second.broken()).toEqual([['entry-out-of-order', 25]]);
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
    const [a, b] = [await idAt(org, 3), await idAt(org, 17)];
    await sql('UPDATE journal_leaf SET index = -1 WHERE org_id = $1 AND entry = $2', org, a);
    await sql('UPDATE journal_leaf SET index = 3 WHERE org_id = $1 AND entry = $2', org, b);
    await sql('UPDATE journal_leaf SET index = 17 WHERE org_id = $1 AND entry = $2', org, a);
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
    await sql(
      'DELETE FROM journal_entry WHERE org_id = $1 AND id IN (SELECT entry FROM journal_leaf WHERE org_id = $1 AND index >= 20)',
      org,
    );
    await sql('DELETE FROM journal_leaf WHERE org_id = $1 AND index >= 20', org);
    await sql('DELETE FROM journal_checkpoint WHERE org_id = $1 AND size > 20', org);
    await sql('UPDATE journal_tile SET bytes = substring(bytes for 640) WHERE org_id = $1', org);
    const root = Buffer.from((evenings[1] ?? '').split('\n')[2] ?? '', 'base64');
    await sql('UPDATE journal_head SET size = 20, root = $2 WHERE org_id = $1', org, root);
    expect(await broken()).toEqual([]);
    expect(await broken(held(evenings[2] ?? ''))).toEqual([['rolled-back', 20]]);

    const [, , rootLine = ''] = (evenings[2] ?? '').split('\n');
    const last = { origin: originOf(parts, org, 1), size: 30, root: new Uint8Array(Buffer.from(rootLine, 'base64')) };
    const begun = await database.inOrganisation(org, (tx) =>
      journal.beginEpoch(tx, { last, reason: 'disk-failure', lost: 10, account: testAccount, words: '磁盘损坏' }),
    );
    expect(begun.origin).toBe(originOf(parts, org, 2));
    await database.inOrganisation(org, (tx) => journal.port.append(tx, [draft({ at: journal.clock.at })]));
    await journal.sealer.sealAll(org);
    const [old, fresh] = await journal.verify(org, held(evenings[2] ?? ''));
    expect(fresh).toMatchObject({ entries: 2, head: 2 });
    const restored = fresh?.findings.find(({ code }) => code === 'restored');
    expect(restored).toMatchObject({ kind: 'notice' });
    expect(restored?.zh).toContain('磁盘故障');
    expect(fresh !== undefined && isBroken(fresh)).toBe(false);
    // What the old epoch lacks stays visible there.
    expect(old?.findings.map(({ code }) => code)).toContain('rolled-back');
    expect((await found()).filter(({ kind }) => kind === 'broken')).toEqual([]);
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
