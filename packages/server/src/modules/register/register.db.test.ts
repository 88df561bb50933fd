import { randomUUID } from 'node:crypto';
import { columnType } from '@sallyport/core/duties';
import { vocabulary } from '@sallyport/core/facts';
import { columnName, tableName } from '@sallyport/core/feel';
import { beforeAll, describe, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { actorOf, type TestRooms, testRooms } from '../../../../../tests/support/rooms.ts';
import { leadsOfUnits } from '../identity/index.ts';
import { registerRoom } from './index.ts';

const org = 'org-a';
const officer = actorOf(org, 'security-officer');
const [unitA, unitB] = ['unit-a', 'unit-b'];
const liaison = actorOf(org, 'unit-liaison', { unit: unitA });
const member = actorOf(org, 'member', { person: 'li' });

const fact = (kind: string, id: string, fields: Record<string, unknown>) => ({ kind, id, fields });
const house = [
  fact('organisation', org, { name: '示例单位', seat: 'cn', region: 'cq' }),
  fact('unit', unitA, { organisation: org, name: '一部', establishedOn: '2020-01-01' }),
  fact('unit', unitB, { organisation: org, name: '二部', establishedOn: '2020-01-01' }),
  fact('person', 'li', { organisation: org, unit: unitA, name: '李一', standing: 'employee', joinedOn: '2021-03-01' }),
  fact('person', 'wang', {
    organisation: org,
    unit: unitB,
    name: '王二',
    standing: 'employee',
    joinedOn: '2021-03-01',
  }),
];
const completion = (person: string) => ({
  person,
  topic: 'counter-espionage',
  completedOn: '2026-03-02',
  validUntil: '2027-03-02',
});

eachInstallation(({ database, ownerClient }) => {
  let rooms: TestRooms;
  beforeAll(async () => {
    rooms = testRooms(database, [
      registerRoom({
        ids: { uuid: randomUUID },
        leadsOf: leadsOfUnits,
        isMerged: async () => false,
        inRoom: async () => null,
      }),
    ]);
    await rooms.run('register.record', await complete(house), officer);
  });

  /** Fills in what the kind asks for and the test does not speak of. */
  async function complete(facts: readonly ReturnType<typeof fact>[]) {
    return facts.map(({ kind, id, fields }) => {
      const declared = vocabulary.kinds.get(kind)?.fields ?? {};
      const missing = Object.entries(declared).filter(
        ([name, field]) => !(name in fields) && !field.nullable && field.timing !== 'milestone',
      );
      const fillings = {
        boolean: false,
        integer: 0,
        ref: org,
        day: '2020-01-01',
        instant: '2020-01-01T00:00:00Z',
        text: '—',
      };
      const filled = missing.map(([name, field]) => [
        name,
        field.type === 'word' ? Object.keys(field.words ?? {})[0] : fillings[field.type],
      ]);
      const happened = vocabulary.kinds.get(kind)?.happened ?? '';
      return { kind, id, fields: { [happened]: '2020-01-01', ...Object.fromEntries(filled), ...fields } };
    });
  }

  test('each table is what the vocabulary says, column by column', async () => {
    const { rows } = await ownerClient.query<{
      table: string;
      column: string;
      type: string;
      collation: string | null;
      nullable: boolean;
    }>(
      `SELECT table_name AS table, column_name AS column, data_type AS type, collation_name AS collation, is_nullable = 'YES' AS nullable
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name LIKE 'fact\\_%' AND table_name <> 'fact_version'`,
    );
    const there = rows
      .filter(
        ({ column }) =>
          !['org_id', 'id', 'happened_on', 'version', 'recorded_at', 'sort_zh', 'sort_en'].includes(column),
      )
      .map(({ table, column, type, collation, nullable }) =>
        [table, column, collation === null ? type : `${type} COLLATE "${collation}"`, nullable].join(' '),
      );
    const declared = [...vocabulary.kinds.values()].flatMap((kind) =>
      Object.entries(kind.fields).map(([name, field]) =>
        [
          tableName(kind.name),
          columnName(name).replaceAll('"', ''),
          columnType(field),
          field.nullable || field.timing === 'milestone',
        ].join(' '),
      ),
    );
    expect(there.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(declared.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  test('a fact is recorded, corrected and withdrawn, and every version stays', async () => {
    const { id } = (await rooms.one('register.record', { kind: 'completion', fields: completion('li') }, officer)) as {
      id: string;
    };
    const corrected = {
      kind: 'completion',
      id,
      version: 1,
      fields: { validUntil: '2027-06-30' },
      reason: '证书日期有误',
    };
    expect(await rooms.one('register.correct', corrected, officer)).toEqual({ kind: 'completion', id, version: 2 });
    expect(await rooms.ask('register.one', { kind: 'completion', id }, officer)).toMatchObject({
      version: 2,
      fields: { completedOn: '2026-03-02', validUntil: '2027-06-30' },
    });
    await rooms.one('register.withdraw', { kind: 'completion', id, version: 2, reason: '重复登记' }, officer);
    expect(await rooms.refused('ask', 'register.one', { kind: 'completion', id }, officer)).toEqual([
      'request.not-found',
    ]);
    const { rows } = await ownerClient.query(
      'SELECT version, change, fields FROM fact_version WHERE kind = $1 AND id = $2 ORDER BY version',
      ['completion', id],
    );
    expect(rows).toMatchObject([
      { version: 1, change: 'record', fields: { validUntil: '2027-03-02' } },
      { version: 2, change: 'correct', fields: { validUntil: '2027-06-30' } },
      { version: 3, change: 'withdraw', fields: null },
    ]);
    expect(rooms.entries.at(-1)).toMatchObject({
      action: 'register.withdraw',
      subject: `completion/${id}`,
      person: 'li',
    });
    // The id stays with the fact that had it: a second fact would go on in the history of the first.
    const again = { kind: 'completion', id, fields: completion('li') };
    expect(await rooms.refused('run', 'register.record', again, officer)).toEqual(['register.id-spent']);
    expect(await rooms.refused('ask', 'register.one', { kind: 'completion', id }, officer)).toEqual([
      'request.not-found',
    ]);
  });

  test('of two who correct the same version one is refused and shown both', async () => {
    const { id } = (await rooms.one('register.record', { kind: 'completion', fields: completion('li') }, officer)) as {
      id: string;
    };
    const edit = (validUntil: string) => ({
      kind: 'completion',
      id,
      version: 1,
      fields: { validUntil },
      reason: '更正',
    });
    const outcomes = await Promise.all(
      ['2027-01-01', '2027-02-02'].map((day) => rooms.refused('run', 'register.correct', edit(day), officer)),
    );
    expect(outcomes.toSorted((a, b) => a.length - b.length)).toEqual([[], ['register.stale-version']]);
  });

  describe('what is wrong is refused and nothing is kept', () => {
    test.each<[string, Record<string, unknown>, string]>([
      ['an unknown kind', { kind: 'spaceship', fields: {} }, 'register.no-such-kind'],
      [
        'an unknown field',
        { kind: 'completion', fields: { ...completion('li'), mood: 'good' } },
        'register.fields-refused',
      ],
      [
        'a day that is none',
        { kind: 'completion', fields: { ...completion('li'), completedOn: '2023-02-30' } },
        'register.fields-refused',
      ],
      ['a person who is not there', { kind: 'completion', fields: completion('nobody') }, 'register.fields-refused'],
      [
        'an id that is taken',
        { kind: 'unit', id: unitA, fields: { organisation: org, name: '三部', establishedOn: '2020-01-01' } },
        'register.id-taken',
      ],
      [
        'a waiver by hand',
        {
          kind: 'waiver',
          fields: { organisation: org, rule: 'x/y', subject: 'li', grantedOn: '2026-01-01', until: '2026-02-01' },
        },
        'register.has-own-action',
      ],
      [
        'a classification mark',
        { kind: 'unit', fields: { organisation: org, name: '机密★10年', establishedOn: '2020-01-01' } },
        'register.classified-mark',
      ],
    ])('%s', async (_what, input, code) => {
      const [filled] = await complete([input as ReturnType<typeof fact>]);
      const count = async (): Promise<unknown> =>
        (await ownerClient.query('SELECT count(*) FROM fact_version')).rows[0];
      const before = await count();
      expect(
        await rooms.refused(
          'run',
          'register.record',
          code === 'register.no-such-kind' ? input : { ...filled, id: input['id'] },
          officer,
        ),
      ).toEqual([code]);
      expect(await count()).toEqual(before);
    });

    test('a fact that others refer to is not withdrawn', async () => {
      expect(
        await rooms.refused(
          'run',
          'register.withdraw',
          { kind: 'unit', id: unitA, version: 1, reason: '撤并' },
          officer,
        ),
      ).toEqual(['register.referred-to']);
    });
  });

  describe('reach', () => {
    test('a liaison records for the own unit and not for another', async () => {
      const record = (person: string) => ({ kind: 'completion', fields: completion(person) });
      expect(await rooms.refused('run', 'register.record', record('li'), liaison)).toEqual([]);
      expect(await rooms.refused('run', 'register.record', record('wang'), liaison)).toEqual(['request.not-found']);
      expect(await rooms.refused('run', 'register.record', { kind: 'post', fields: {} }, liaison)).not.toEqual([]);
    });

    test('lists hold what lies within reach and nothing else', async () => {
      const all = [
        ...(await complete([
          fact('completion', 'c-li', completion('li')),
          fact('completion', 'c-wang', completion('wang')),
        ])),
      ];
      await rooms.run('register.record', all, officer);
      const persons = async (actor: typeof officer): Promise<Set<unknown>> => {
        const { items } = (await rooms.ask('register.list', { kind: 'completion' }, actor)) as {
          items: { fields: { person: string } }[];
        };
        return new Set(items.map(({ fields }) => fields.person));
      };
      expect(await persons(officer)).toEqual(new Set(['li', 'wang']));
      expect(await persons(liaison)).toEqual(new Set(['li']));
      expect(await persons(member)).toEqual(new Set(['li']));
      expect(await rooms.refused('ask', 'register.one', { kind: 'completion', id: 'c-wang' }, member)).toEqual([
        'request.not-found',
      ]);
      expect(
        await rooms.refused('ask', 'register.one', { kind: 'completion', id: 'c-li' }, { ...officer, org: 'org-b' }),
      ).toEqual(['request.not-found']);
    });

    test('names in a list are of those within reach alone, and who looked at whom is handed on', async () => {
      const shown: string[] = [];
      const seen = {
        record: async (_tx: unknown, _actor: unknown, persons: readonly string[]) => void shown.push(...persons),
      };
      const looking = testRooms(
        database,
        [
          registerRoom({
            ids: { uuid: randomUUID },
            leadsOf: leadsOfUnits,
            isMerged: async () => false,
            inRoom: async () => null,
          }),
        ],
        {
          seen,
        },
      );
      const names = async (actor: typeof officer, kind = 'person', ids = ['li', 'wang', 'nobody']): Promise<string[]> =>
        (
          (await looking.ask('register.names', { kind, ids }, actor)) as { names: { id: string; name: string }[] }
        ).names.map(({ id, name }) => `${id} ${name}`);
      expect(await names(officer)).toEqual(['li 李一', 'wang 王二']);
      expect(await names(liaison)).toEqual(['li 李一']);
      expect(await names(member)).toEqual(['li 李一']);
      expect(shown).toEqual(['li', 'wang', 'li', 'li']);
      expect(await names(liaison, 'unit', [unitA, unitB])).toEqual(['unit-a 一部']);
      expect(await names(member, 'unit', [unitA, unitB])).toEqual([]);
      expect(await names(officer, 'organisation', [org])).toEqual([`${org} 示例单位`]);
      expect(shown).toHaveLength(4);
      expect(await names({ ...officer, org: 'org-b' })).toEqual([]);
    });

    test('pages follow one another without gap or repetition', async () => {
      const inputs = Array.from({ length: 7 }, (_, n) =>
        fact('unit', `page-${n}`, { organisation: org, name: `${n}组` }),
      );
      await rooms.run('register.record', await complete(inputs), officer);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = (await rooms.ask('register.list', { kind: 'unit', limit: 3, cursor }, officer)) as {
          items: { id: string }[];
          next: string | null;
        };
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(9);
    });
  });

  test('no unit comes to stand above itself', async () => {
    const units = [
      fact('unit', 'top', { organisation: org, name: '总部' }),
      fact('unit', 'middle', { organisation: org, name: '中心', parent: 'top' }),
      fact('unit', 'low', { organisation: org, name: '小组', parent: 'middle' }),
    ];
    await rooms.run('register.record', await complete(units), officer);
    const move = (id: string, parent: string | null) => ({
      kind: 'unit',
      id,
      version: 1,
      fields: { parent },
      reason: '机构调整',
    });
    for (const [id, parent] of [
      ['top', 'top'],
      ['top', 'middle'],
      ['top', 'low'],
      ['middle', 'low'],
    ] as const)
      expect(await rooms.refused('run', 'register.correct', move(id, parent), officer)).toEqual([
        'register.fields-refused',
      ]);
    expect(await rooms.refused('run', 'register.correct', move('low', 'top'), officer)).toEqual([]);
    // What hung below it may stand above it now.
    expect(await rooms.refused('run', 'register.correct', move('middle', 'low'), officer)).toEqual([]);
  });
});
