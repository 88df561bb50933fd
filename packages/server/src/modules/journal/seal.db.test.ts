import { randomUUID } from 'node:crypto';
import {
  emptyEdge,
  hashAt,
  leafHashes,
  opens,
  parseCheckpoint,
  parseNote,
  readEntry,
  sameBytes,
  sealLeaves,
} from '@sallyport/core/journal';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { draft, testAccount, testJournal } from '../../../../../tests/support/journals.ts';
import { createDatabase } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { installationLog, sha } from './log.ts';
import { readTiles } from './seal-store.ts';

eachInstallation(({ database, ownerClient, app }) => {
  const logOf = async (org: string) => {
    const { rows: leaves } = await ownerClient.query<{ id: string; body: Buffer; index: number }>(
      `SELECT entry.id, entry.body, leaf.index::int FROM journal_leaf leaf
       JOIN journal_entry entry ON entry.org_id = leaf.org_id AND entry.id = leaf.entry
       WHERE leaf.org_id = $1 ORDER BY leaf.index`,
      [org],
    );
    const { rows: checkpoints } = await ownerClient.query<{ size: number; note: string }>(
      'SELECT size::int, note FROM journal_checkpoint WHERE org_id = $1 ORDER BY size',
      [org],
    );
    return { leaves, checkpoints };
  };
  const append = (org: string, ...drafts: ReturnType<typeof draft>[]) =>
    database.inOrganisation(org, (tx) => testJournal(database).port.append(tx, drafts));

  test('an entry commits to its values and holds none of them', async () => {
    const org = randomUUID();
    const trip = randomUUID();
    await append(org, draft({ subject: `trip/${trip}` }), draft({ subject: 'person/工号-4711' }));
    const { rows } = await ownerClient.query<{ body: Buffer; contents: string; salts: Buffer; subject: string }>(
      'SELECT body, contents, salts, subject FROM journal_entry e JOIN journal_value v ON v.org_id = e.org_id AND v.entry = e.id WHERE e.org_id = $1 ORDER BY e.id',
      [org],
    );
    const [first, second] = rows.map(({ body }) => readEntry(body));
    expect(first).toMatchObject({ action: 'trip.submit', actor: testAccount, refs: { trip } });
    // A number the staff have is no random id: it is committed to and not written.
    expect(second?.refs).toEqual({});
    expect(Object.keys(second?.fields ?? {})).toContain('subject.person');
    for (const { body, contents, salts } of rows) {
      const entry = readEntry(body);
      const values = JSON.parse(contents) as Record<string, string>;
      for (const [n, path] of Object.keys(values).toSorted().entries())
        expect(entry !== null && opens(sha, entry, { path, value: values[path] ?? null, salt: hashAt(salts, n) })).toBe(
          true,
        );
      expect(body.toString()).not.toMatch(/学术|4711/);
    }
  });

  test('where only the day may be told, neither actor nor minute is found', async () => {
    const org = randomUUID();
    await append(org, draft({ dayOnly: true, subject: 'report/01930000-0000-7000-8000-00000000000f' }));
    const { rows } = await ownerClient.query<{ id: string; account: null; body: Buffer; at: string }>(
      'SELECT e.id, e.account, e.body, p.at::text FROM journal_entry e JOIN journal_pending p ON p.org_id = e.org_id WHERE e.org_id = $1',
      [org],
    );
    const [row] = rows;
    expect(row?.id.charAt(14)).toBe('4');
    expect(row?.account).toBeNull();
    expect(Number(row?.at) % 86_400_000_000).toBe(0);
    expect(readEntry(row?.body ?? Buffer.alloc(0))).toMatchObject({
      actor: null,
      refs: {},
      at: { day: Math.floor(draft().at / 86_400_000_000) },
    });
  });

  test('the tiles in the database are those of the tree in core, however entries come', {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 }), async (batches) => {
        const org = randomUUID();
        const journal = testJournal(database);
        for (const count of batches) {
          await append(org, ...Array.from({ length: count }, () => draft({ fields: { count } })));
          expect(await journal.sealer.sealAll(org)).toBe(count);
        }
        const { leaves, checkpoints } = await logOf(org);
        const whole = sealLeaves(
          sha,
          emptyEdge,
          leafHashes(
            sha,
            leaves.map(({ body }) => body),
          ),
        );
        const stored = await database.inOrganisation(org, (tx) =>
          readTiles(
            tx,
            1,
            whole.tiles.map(({ tile }) => tile),
          ),
        );
        for (const { tile, bytes } of whole.tiles)
          expect(sameBytes(stored(tile) ?? new Uint8Array(0), bytes)).toBe(true);
        const last = parseCheckpoint(parseNote(checkpoints.at(-1)?.note ?? '')?.text ?? '');
        expect(last).toMatchObject({ size: leaves.length });
        expect(sameBytes(last?.root ?? new Uint8Array(0), whole.root)).toBe(true);
        expect(checkpoints).toHaveLength(batches.length);
      }),
      { numRuns: 8 },
    );
  });

  test('an entry of an earlier moment that commits after a seal is sealed next and not lost', async () => {
    const org = randomUUID();
    const { sealer, port } = testJournal(database);
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => (release = done));
    let appended: () => void = () => undefined;
    const inside = new Promise<void>((done) => (appended = done));
    const at = draft().at;
    const late = database.inOrganisation(org, async (tx) => {
      await port.append(tx, [draft({ at: at - 1_000_000, action: 'trip.late' })]);
      appended();
      await held;
    });
    await inside;
    await append(org, draft({ at, action: 'trip.early' }));
    expect(await sealer.sealAll(org)).toBe(1);
    release();
    await late;
    expect(await sealer.sealAll(org)).toBe(1);
    const { leaves } = await logOf(org);
    expect(leaves.map(({ body }) => readEntry(body)?.action)).toEqual(['trip.early', 'trip.late']);
  });

  test('how long the oldest entry of any log has waited is what the metrics say, until it is sealed', async () => {
    const org = installationLog;
    const { sealer, sealLag, clock } = testJournal(database);
    await sealer.sealAll(org);
    expect(await sealLag()).toBe(0);
    await append(org, draft({ at: clock.at - 5_000_000 }), draft({ at: clock.at - 2_000_000 }));
    expect(await sealLag()).toBe(5);
    await sealer.sealAll(org);
    expect(await sealLag()).toBe(0);
  });

  test('many appends beside two sealers of two processes: every entry has one leaf', async () => {
    const org = randomUUID();
    const other = createDatabase(app);
    try {
      const sealers = [testJournal(database).sealer, testJournal(other).sealer];
      const writing = Array.from({ length: 12 }, async (_, n) => {
        for (let round = 0; round < 5; round++)
          await append(org, draft({ fields: { n } }), draft({ fields: { round } }));
      });
      const written = new AbortController();
      const sealing = sealers.map(async ({ sealAll }) => {
        while (!written.signal.aborted) await sealAll(org);
      });
      await Promise.all(writing);
      written.abort();
      await Promise.all(sealing);
      for (const { sealAll } of sealers) await sealAll(org);
      const { leaves, checkpoints } = await logOf(org);
      expect(leaves.map(({ index }) => index)).toEqual(Array.from({ length: 120 }, (_, n) => n));
      const whole = sealLeaves(
        sha,
        emptyEdge,
        leafHashes(
          sha,
          leaves.map(({ body }) => body),
        ),
      );
      const last = parseCheckpoint(parseNote(checkpoints.at(-1)?.note ?? '')?.text ?? '');
      expect(Buffer.from(last?.root ?? [])).toEqual(Buffer.from(whole.root));
    } finally {
      await other.end();
    }
  });

  test.each(['journal_pending', 'journal_leaf', 'journal_tile', 'journal_checkpoint', 'journal_head'])(
    'ended after the statement on %s, a seal leaves what the next one completes',
    async (table) => {
      const org = randomUUID();
      const { sealer } = testJournal(cutOff(table));
      await append(org, draft(), draft());
      await expect(sealer.sealAll(org)).rejects.toThrow('cut off');
      // The same process goes on with what it kept in memory, as well as another one.
      expect((await logOf(org)).checkpoints).toEqual([]);
      expect(await sealer.sealAll(org)).toBe(2);
      await append(org, draft());
      expect(await testJournal(database).sealer.sealAll(org)).toBe(1);
      const { leaves, checkpoints } = await logOf(org);
      expect(leaves).toHaveLength(3);
      expect(checkpoints.map(({ size }) => size)).toEqual([2, 3]);
    },
  );

  test('from where staff signed in is kept for ninety days and not one more', async () => {
    const org = randomUUID();
    const { port, clock, forgetContexts } = testJournal(database);
    const network = { address: '192.0.2.7', device: 'Firefox' };
    await database.inOrganisation(org, (tx) => port.append(tx, [draft({ network }), draft()]));
    clock.at += 90 * 86_400_000_000;
    expect(await forgetContexts(org)).toBe(0);
    clock.at += 86_400_000_000;
    expect(await forgetContexts(org)).toBe(1);
  });

  test('what an action wrote is not in the journal when the action is undone', async () => {
    const org = randomUUID();
    const { port, sealer } = testJournal(database);
    const undone = database.inOrganisation(org, async (tx) => {
      await port.append(tx, [draft()]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await sealer.sealAll(org)).toBe(0);
  });

  /** The database, whose first transaction breaks off once it has written to a table in a seal. */
  function cutOff(table: string): typeof database {
    let armed = true;
    const spoil = (tx: Transaction): Transaction => {
      const breakOff = (text: string): void => {
        if (!armed || !text.includes(table) || text.startsWith('SELECT')) return;
        armed = false;
        throw new Error('cut off');
      };
      return {
        ...tx,
        async count(text, values) {
          const touched = await tx.count(text, values);
          breakOff(text);
          return touched;
        },
        async rows<Row extends object>(text: string, values?: readonly unknown[]) {
          const found = await tx.rows<Row>(text, values);
          breakOff(text);
          return found;
        },
      };
    };
    return { ...database, inOrganisation: (org, body) => database.inOrganisation(org, (tx) => body(spoil(tx))) };
  }
});
