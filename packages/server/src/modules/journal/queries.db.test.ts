import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { draft, testAccount, testJournal } from '../../../../../tests/support/journals.ts';
import { actorOf, testRooms } from '../../../../../tests/support/rooms.ts';

type Found = {
  readonly items: readonly { readonly id: string; readonly number: number | null; readonly by: string | null }[];
  readonly next: string | null;
};
type Entry = {
  readonly fields: readonly {
    readonly path: string;
    readonly state: string;
    readonly value?: unknown;
    readonly opens?: boolean;
  }[];
  readonly proof: { readonly holds: boolean; readonly size: number } | null;
};

eachInstallation(({ database, ownerClient }) => {
  async function filled() {
    const org = randomUUID();
    const journal = testJournal(database);
    const trip = randomUUID();
    const append = (...drafts: ReturnType<typeof draft>[]) =>
      database.inOrganisation(org, (tx) => journal.port.append(tx, drafts));
    await append(...Array.from({ length: 5 }, () => draft({ subject: `trip/${trip}` })));
    await append(draft({ action: 'trip.cancel', account: randomUUID(), at: draft().at + 86_400_000_000 }));
    const rooms = testRooms(database, [journal.room]);
    const auditor = actorOf(org, 'auditor');
    const search = async (input: object) => (await rooms.ask('journal.search', input, auditor)) as Found;
    const entry = async (id: string) => (await rooms.ask('journal.entry', { id }, auditor)) as Entry;
    return { org, journal, trip, rooms, auditor, search, entry };
  }

  test('entries are found by action, subject, account and day, page by page, newest first', async () => {
    const { search, trip } = await filled();
    expect((await search({ action: 'trip.cancel' })).items).toHaveLength(1);
    expect((await search({ subject: `trip/${trip}` })).items).toHaveLength(5);
    expect((await search({ account: testAccount })).items).toHaveLength(5);
    expect((await search({ from: '2026-11-24', until: '2026-11-24' })).items).toHaveLength(1);
    const ids: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Found = await search({ limit: 4, ...(cursor === undefined ? {} : { cursor }) });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    expect(ids[0]).toBe((await search({ action: 'trip.cancel' })).items[0]?.id);
  });

  test('whoever did it is called by name, where the account is one of the organisation', async () => {
    const { org, search } = await filled();
    await ownerClient.query(
      `INSERT INTO account (org_id, id, login, name, status, made_at) VALUES ($1, $2, 'testing', '试办人', 'active', now())`,
      [org, testAccount],
    );
    const { items } = await search({});
    expect(new Set(items.map(({ by }) => by))).toEqual(new Set(['试办人', null]));
  });

  test('an entry shows its values, what was erased, and a proof that holds against the signed checkpoint', async () => {
    const { org, search, entry, journal } = await filled();
    const id = (await search({ action: 'trip.cancel' })).items[0]?.id ?? '';
    expect((await entry(id)).proof).toBeNull();
    await journal.sealer.sealAll(org);
    const whole = await entry(id);
    expect(whole.proof).toMatchObject({ holds: true, size: 6 });
    expect(whole.fields.every(({ state, opens }) => state === 'kept' && opens === true)).toBe(true);
    expect(whole.fields.find(({ path }) => path === 'listed')?.value).toEqual(['a', { b: 1 }]);
    await ownerClient.query('DELETE FROM journal_value WHERE org_id = $1 AND entry = $2', [org, id]);
    const erased = await entry(id);
    expect(erased.fields.every(({ state }) => state === 'erased')).toBe(true);
    expect(erased.proof?.holds).toBe(true);
    await ownerClient.query(`UPDATE journal_entry SET body = body || ' ' WHERE org_id = $1 AND id = $2`, [org, id]);
    expect((await entry(id)).proof?.holds).toBe(false);
  });

  test('the head is the signed checkpoint with its key and what still waits', async () => {
    const { org, rooms, auditor, journal } = await filled();
    expect(await rooms.ask('journal.head', {}, auditor)).toMatchObject({ size: 0, checkpoint: null, waiting: 6 });
    await journal.sealer.sealAll(org);
    const head = (await rooms.ask('journal.head', {}, auditor)) as { checkpoint: string; origin: string };
    expect(head).toMatchObject({ size: 6, waiting: 0, cosignatures: [], witnesses: [] });
    expect(head.checkpoint.startsWith(`${head.origin}\n6\n`)).toBe(true);
  });

  test('whoever remembers a checkpoint is shown that the log goes on from it, and that it has no such size yet', async () => {
    const { org, rooms, auditor, journal } = await filled();
    const between = (old: number, size: number) => rooms.ask('journal.consistency', { old, size }, auditor);
    expect(await rooms.refused('ask', 'journal.consistency', { old: 1, size: 1 }, auditor)).toEqual([
      'journal.no-such-size',
    ]);
    await journal.sealer.sealAll(org);
    const { hashes } = (await between(5, 6)) as { hashes: string[] };
    expect(hashes.length).toBeGreaterThan(0);
    expect(await between(6, 6)).toEqual({ hashes: [] });
    for (const [old, size] of [
      [6, 7],
      [6, 5],
    ])
      expect(await rooms.refused('ask', 'journal.consistency', { old, size }, auditor)).toEqual([
        'journal.no-such-size',
      ]);
  });

  test('the journal is for auditors and security officers of the same organisation', async () => {
    const { org, rooms, search, auditor } = await filled();
    const id = (await search({ action: 'trip.cancel' })).items[0]?.id ?? '';
    for (const query of ['journal.search', 'journal.head'])
      for (const role of ['member', 'unit-liaison', 'administrator'] as const)
        expect(await rooms.refused('ask', query, {}, actorOf(org, role))).toEqual(['request.not-allowed']);
    expect(await rooms.refused('ask', 'journal.entry', { id }, actorOf(randomUUID(), 'auditor'))).toEqual([
      'request.not-found',
    ]);
    expect(await rooms.refused('ask', 'journal.search', { cursor: 'x' }, auditor)).toEqual(['request.invalid']);
  });

  test('closed days give their counts in order; what is no closing entry and what lies outside are left out', async () => {
    const { org, journal, rooms, auditor } = await filled();
    const closing = (day: string, met: number) =>
      draft({
        action: 'day.closed',
        subject: null,
        account: null,
        fields: {},
        open: { day, rows: met + 2, counts: { met, overdue: 2 }, root: Buffer.alloc(32).toString('base64') },
      });
    await database.inOrganisation(org, (tx) =>
      journal.port.append(tx, [closing('2026-11-22', 7), closing('2026-11-20', 5), closing('2025-01-01', 1)]),
    );
    const ask = (from: string, until: string) => rooms.ask('journal.closedDays', { from, until }, auditor);
    expect(await ask('2026-11-01', '2026-11-30')).toMatchObject({
      days: [
        { day: '2026-11-20', rows: 7, counts: { met: 5, overdue: 2, missed: 0 } },
        { day: '2026-11-22', rows: 9, counts: { met: 7, overdue: 2 } },
      ],
    });
    await expect(ask('2025-01-01', '2026-11-30')).rejects.toThrow('journal.too-many-days');
  });
});
