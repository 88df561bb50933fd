import { randomUUID } from 'node:crypto';
import { vocabulary } from '@sallyport/core/facts';
import { beforeAll, describe, expect, test } from 'vitest';
import { eraseByTwo, privacyRooms, staffMember } from '../../../../../../tests/people/privacy-rooms.ts';
import { eachInstallation } from '../../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../../tests/support/organisation.ts';
import { actorOf, type TestRooms } from '../../../../../../tests/support/rooms.ts';
import type { Actor } from '../../../platform/actions/actor.ts';
import { refreshNames } from '../naming/refresh-names.ts';

const org = 'org-lists';
const officer = { ...actorOf(org, 'security-officer'), account: randomUUID(), fresh: true };
const lead = actorOf(org, 'unit-lead', { unit: 'unit-a' });

type Page = {
  readonly items: { readonly id: string; readonly name: string; readonly people?: number | null }[];
  readonly next: string | null;
  readonly total: { readonly count: number; readonly more: boolean } | null;
};

const house = [
  {
    kind: 'organisation',
    id: org,
    fields: { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags },
  },
  ...[
    ['unit-a', null, '外事处'],
    ['unit-b', 'unit-a', '办公室'],
    ['unit-c', null, '保卫处'],
  ].map(([id, parent, name]) => ({
    kind: 'unit',
    id,
    fields: { organisation: org, parent, name, establishedOn: '2020-01-01' },
  })),
  ...(
    [
      ['p1', 'unit-a', '王小明', 'employee', '2021-01-01'],
      ['p2', 'unit-b', '单雄信', 'employee', '2022-01-01'],
      ['p3', 'unit-b', 'Anna Smith', 'visitor', '2023-01-01'],
      ['p4', 'unit-c', '王明小', 'employee', '2024-01-01'],
      ['p5', null, '欧阳明', 'former', '2020-01-01'],
    ] as const
  ).map(([id, unit, name, standing, joinedOn]) => ({
    kind: 'person',
    id,
    fields: { organisation: org, unit, name, standing, joinedOn, leftOn: id === 'p5' ? '2025-06-30' : null },
  })),
  { kind: 'branch', id: 'b1', fields: { organisation: org, name: '驻外一处', openedOn: '2020-01-01' } },
];

eachInstallation(({ database, ownerClient }) => {
  let rooms: TestRooms;
  beforeAll(async () => {
    rooms = privacyRooms(database);
    await rooms.run('register.record', house, officer);
  });

  const ids = async (query: string, input: object, actor: Actor = officer): Promise<string[]> =>
    ((await rooms.ask(`register.${query}`, input, actor)) as Page).items.map(({ id }) => id);
  const grams = async (id: string): Promise<string[]> => {
    const { rows } = await ownerClient.query<{ gram: string }>(
      'SELECT gram FROM search_gram WHERE org_id = $1 AND id = $2 ORDER BY gram',
      [org, id],
    );
    return rows.map(({ gram }) => gram);
  };

  describe('people', () => {
    test('stand by the reading of their surnames, by letter, or by the day they came', async () => {
      expect(await ids('people', {})).toEqual(['p5', 'p2', 'p4', 'p1', 'p3']);
      expect(await ids('people', { order: 'en' })).toEqual(['p3', 'p5', 'p2', 'p4', 'p1']);
      expect(await ids('people', { order: 'newest' })).toEqual(['p4', 'p3', 'p2', 'p1', 'p5']);
    });

    test.each(['zh', 'en', 'newest'])(
      'go on behind a cursor in the order %s, and the cursor fits no other',
      async (order) => {
        const whole = await ids('people', { order });
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = (await rooms.ask('register.people', { order, limit: 2, cursor }, officer)) as Page;
          expect(page.total === null).toBe(cursor !== undefined);
          paged.push(...page.items.map(({ id }) => id));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(paged).toEqual(whole);
        const { next } = (await rooms.ask('register.people', { order, limit: 2 }, officer)) as Page;
        for (const other of [
          { order: order === 'zh' ? 'en' : 'zh', cursor: next },
          { order, cursor: 'x' },
        ])
          expect(await rooms.refused('ask', 'register.people', other, officer)).toEqual(['register.bad-cursor']);
      },
    );

    test('are found by any two characters and not by their pairs in another order', async () => {
      expect(await ids('people', { search: '小明' })).toEqual(['p1']);
      expect(await ids('people', { search: '王小明' })).toEqual(['p1']);
      expect(await ids('people', { search: '明小' })).toEqual(['p4']);
      expect(await ids('people', { search: 'ＳＭ' })).toEqual(['p3']);
      expect(await ids('people', { search: 'anna  sm' })).toEqual(['p3']);
      expect(await ids('people', { search: '王明明' })).toEqual([]);
      expect(await rooms.refused('ask', 'register.people', { search: '王' }, officer)).toEqual(['request.invalid']);
    });

    test('are limited by unit with what lies under it, by standing and by day, and counted', async () => {
      expect(await ids('people', { unit: 'unit-a' })).toEqual(['p2', 'p1', 'p3']);
      expect(await ids('people', { standing: 'visitor' })).toEqual(['p3']);
      expect(await ids('people', { inForceOn: '2026-11-23' })).toEqual(['p2', 'p4', 'p1', 'p3']);
      expect(await ids('people', { inForceOn: '2022-06-01' })).toEqual(['p5', 'p2', 'p1']);
      const { total } = (await rooms.ask('register.people', { unit: 'unit-a', limit: 1 }, officer)) as Page;
      expect(total).toEqual({ count: 3, more: false });
    });

    test('out of reach are not there, whatever is asked', async () => {
      expect(await ids('people', {}, lead)).toEqual(['p1']);
      expect(await ids('people', { search: '王明' }, lead)).toEqual([]);
      expect(await ids('people', { unit: 'unit-c' }, lead)).toEqual([]);
    });
  });

  test('units stand level by level with who leads them, and few people are no number', async () => {
    await ownerClient.query(
      `INSERT INTO account (org_id, id, login, name, person, status, made_at) VALUES ($1, 'a1', 'a1', '王小明', 'p1', 'active', '2026-01-01')`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO role_grant (org_id, id, account, role, unit, from_at, made_at) VALUES ($1, 'g1', 'a1', 'unit-lead', 'unit-a', '2026-01-01', '2026-01-01')`,
      [org],
    );
    const top = (await rooms.ask('register.units', {}, officer)) as Page;
    expect(top.items).toMatchObject([
      { id: 'unit-c', people: null, units: 0, leads: [] },
      { id: 'unit-a', people: null, units: 1, leads: [{ name: '王小明', role: 'unit-lead' }] },
    ]);
    expect(await ids('units', { parent: 'unit-a' })).toEqual(['unit-b']);
    expect(await ids('units', { search: '公室' })).toEqual(['unit-b']);
    const reachesOnlyB = actorOf(org, 'unit-lead', { unit: 'unit-b' });
    expect(await ids('units', {}, reachesOnlyB)).toEqual(['unit-b']);
    expect(await ids('units', { search: '外事' }, reachesOnlyB)).toEqual([]);
  });

  test('branches are for those whose reach is the organisation', async () => {
    expect(await ids('branches', { search: '驻外' })).toEqual(['b1']);
    expect(await ids('branches', {}, lead)).toEqual([]);
  });

  test('a correction takes the former name out of the search, a withdrawal and an erasure every one', async () => {
    const person = { organisation: org, unit: 'unit-c', standing: 'employee', joinedOn: '2021-01-01' };
    for (const id of ['q1', 'q2'])
      await rooms.one('register.record', { kind: 'person', id, fields: { ...person, name: '赵钱孙' } }, officer);
    expect(await grams('q1')).toEqual(['赵钱', '钱孙']);
    const correction = { kind: 'person', id: 'q1', version: 1, fields: { name: '周吴' }, reason: '更正' };
    await rooms.one('register.correct', correction, officer);
    expect(await grams('q1')).toEqual(['周吴']);
    await rooms.one('register.withdraw', { kind: 'person', id: 'q1', version: 2, reason: '重复' }, officer);
    expect(await grams('q1')).toEqual([]);
    const signers = [
      await staffMember(ownerClient, org, 'security-officer'),
      await staffMember(ownerClient, org, 'counsel'),
    ] as const;
    await eraseByTwo(rooms, { person: 'q2', reason: '本人要求' }, signers);
    expect(await grams('q2')).toEqual([]);
    const { rows } = await ownerClient.query(
      `SELECT id FROM fact_person WHERE org_id = $1 AND id = 'q2' AND (sort_zh <> '' OR sort_en <> '')`,
      [org],
    );
    expect(rows).toEqual([]);
  });

  test('no name of a contact, a traveller or a report is in the index (PEOPLE.md, abuse 11)', async () => {
    const { rows } = await ownerClient.query<{ kind: string }>('SELECT DISTINCT kind FROM search_gram');
    const purposes = rows.map(({ kind }) => vocabulary.kinds.get(kind)?.purpose);
    expect(rows.length).toBeGreaterThan(2);
    expect(purposes.filter((purpose) => purpose === 'exchange' || purpose === 'reporting')).toEqual([]);
  });

  test('a start after the migration makes the keys and grams of rows that were there, and a second one changes nothing', async () => {
    const looked = async () => {
      const { rows } = await ownerClient.query(
        `SELECT (SELECT array_agg((id, sort_zh, sort_en)::text ORDER BY id) FROM fact_person) AS keys,
                (SELECT array_agg((org_id, gram, kind, id)::text ORDER BY org_id, gram, kind, id) FROM search_gram) AS grams`,
      );
      return rows[0] as { keys: string[]; grams: string[] };
    };
    await refreshNames(ownerClient);
    const before = await looked();
    expect(before.grams.length).toBeGreaterThan(10);
    await ownerClient.query(`UPDATE fact_person SET sort_zh = '', sort_en = ''`);
    await ownerClient.query('DELETE FROM search_gram');
    await refreshNames(ownerClient);
    expect((await looked()).grams).toBe(null);
    await ownerClient.query(`DELETE FROM installation WHERE name = 'names'`);
    await refreshNames(ownerClient);
    expect(await looked()).toEqual(before);
  });

  test('a unit whose own unit is closed on the day stands by itself, and again under it on a day before', async () => {
    const unit = (id: string, fields: object) => ({
      kind: 'unit',
      id,
      fields: { organisation: org, name: id, establishedOn: '2020-01-01', ...fields },
    });
    await rooms.run(
      'register.record',
      [unit('unit-x', { closedOn: '2026-10-01' }), unit('unit-y', { parent: 'unit-x' })],
      officer,
    );
    expect(await ids('units', { inForceOn: '2026-11-23' })).toContain('unit-y');
    expect(await ids('units', { inForceOn: '2026-11-23' })).not.toContain('unit-x');
    expect(await ids('units', { inForceOn: '2026-09-01' })).toContain('unit-x');
    expect(await ids('units', { inForceOn: '2026-09-01' })).not.toContain('unit-y');
    expect(await ids('units', { parent: 'unit-x', inForceOn: '2026-09-01' })).toEqual(['unit-y']);
  });

  test('facts of a kind are found by their name, by whom they are about, or by how their number begins', async () => {
    const signed = { person: 'p1', topic: 'secrecy', signedOn: '2024-02-01' };
    await rooms.run('register.record', [{ kind: 'commitment', id: 'signed-1', fields: signed }], officer);
    const found = (kind: string, search: string, actor?: Actor) => ids('list', { kind, search }, actor);
    expect(await found('unit', '办公')).toEqual(['unit-b']);
    expect(await found('person', '小明')).toEqual(['p1']);
    expect(await found('commitment', '小明')).toEqual(['signed-1']);
    expect(await found('commitment', 'signed')).toEqual(['signed-1']);
    expect(await found('commitment', '明小')).toEqual([]);
    // Nobody beyond the reach, whatever is asked.
    expect(await found('person', '王明', lead)).toEqual([]);
  });
});
