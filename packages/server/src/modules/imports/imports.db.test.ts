import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../tests/support/organisation.ts';
import { actorOf, type TestRooms, testRooms } from '../../../../../tests/support/rooms.ts';
import { workbookOf } from '../../../../../tests/support/workbook.ts';
import type { Actor } from '../../platform/actions/actor.ts';
import { registerRoom } from '../register/index.ts';
import { createImports, type Imports } from './index.ts';
import type { Upload } from './parts.ts';

const org = 'org-a';
const officer: Actor = actorOf(org, 'security-officer');
const acting: Actor = { ...officer, via: 'import' };
const heading = '姓名,工号,部门,身份,入职日期';
const house = [
  {
    kind: 'organisation',
    id: org,
    fields: { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags },
  },
  { kind: 'unit', id: 'u1', fields: { organisation: org, name: '一室', establishedOn: '2020-01-01' } },
  {
    kind: 'person',
    id: 'p1',
    fields: { organisation: org, unit: 'u1', name: '张三', standing: 'employee', joinedOn: '2021-03-01' },
  },
];

type One = {
  state: string;
  rows: Record<string, number>;
  kinds: { kind: string; add: number; correct: number; unchanged: number }[];
  problems: number;
};
type Problem = {
  file: string;
  line: number | null;
  heading: { zh: string; en: string } | null;
  code: string;
  reason: { en: string };
};
type Row = { id: string; code: string | null; changes: { field: string; from: unknown; to: unknown }[] };

eachInstallation(({ database, ownerClient }) => {
  const uploads = new Map<string, Upload>();
  let rooms: TestRooms;
  let imports: Imports;
  let allowed = true;
  let after: (() => void) | null = null;

  beforeAll(async () => {
    imports = createImports({
      database,
      clock: { now: () => Date.UTC(2026, 10, 23, 4) * 1000 },
      ids: { uuid: randomUUID },
      offset: 480,
      peekUpload: async (_actor, ticket) => uploads.get(ticket) ?? null,
      takeUpload: async (_actor, ticket) => {
        const taken = uploads.get(ticket) ?? null;
        uploads.delete(ticket);
        return taken;
      },
      actingFor: async () => (allowed ? acting : null),
    });
    rooms = testRooms(database, [
      registerRoom({
        ids: { uuid: randomUUID },
        leadsOf: async () => [],
        isMerged: async () => false,
        inRoom: async () => null,
      }),
      imports,
    ]);
    await rooms.run('register.record', house, officer);
  });

  const give = (name: string, bytes: Buffer | string, kind: string | null = null) => {
    const ticket = randomUUID();
    uploads.set(ticket, { name, type: name.split('.').at(-1) ?? '', bytes: Buffer.from(bytes) });
    return { ticket, kind };
  };
  const preview = async (...files: ReturnType<typeof give>[]): Promise<string> =>
    ((await rooms.one('imports.preview', { files }, officer)) as { import: string }).import;
  const personnel = async (rows: string, blanks: boolean | string[] = false): Promise<string> => {
    const files = [{ ...give('person.csv', `${heading}\n${rows}\n`), blanks }];
    return ((await rooms.one('imports.preview', { files, personnel: true }, officer)) as { import: string }).import;
  };
  const work = async (id: string): Promise<void> => {
    const job = imports.jobs(async (name, inputs, actor, key) => {
      const outputs = await rooms.run(name, inputs, actor, key);
      after?.();
      return outputs;
    })[0];
    await job?.run(org, { import: id });
  };
  const apply = async (id: string): Promise<void> => {
    await rooms.one('imports.apply', { import: id }, officer);
    await work(id);
  };
  const undo = async (id: string): Promise<void> => {
    await rooms.one('imports.undo', { import: id, reason: '文件有误' }, officer);
    await work(id);
  };
  const one = async (id: string) => (await rooms.ask('imports.one', { import: id }, officer)) as One;
  const list = async <Item>(query: string, input: object): Promise<Item[]> =>
    ((await rooms.ask(query, input, officer)) as { items: Item[] }).items;
  const person = async (id: string): Promise<unknown> => {
    const { rows } = await ownerClient.query(
      'SELECT name, unit, version FROM fact_person WHERE org_id = $1 AND id = $2',
      [org, id],
    );
    return rows[0] ?? null;
  };

  test('a file is compared row by row, and nothing is changed by looking', async () => {
    const people = `${heading}\n张三,p1,一室,在编在岗人员,2021年3月1日\n李四,p2,一室,在编在岗人员,2022/4/5\n王五,p3,九室,在编在岗人员,2023-02-30\n住户,r1,,在编在岗人员,2020-01-01\n`;
    const id = await preview(give('person.csv', people));
    expect(await one(id)).toMatchObject({
      state: 'preview',
      kinds: [{ kind: 'person', add: 1, correct: 0, unchanged: 1 }],
      problems: 3,
    });
    const problems = await list<Problem>('imports.problems', { import: id });
    expect(problems.map(({ line, heading: at, code }) => [line, at?.zh, code])).toEqual([
      [4, '部门', 'no-such-reference'],
      [4, '入职日期', 'not-a-day'],
      [5, undefined, 'unbound-person'],
    ]);
    expect(problems[1]?.reason.en).toContain('2023-02-30');
    expect(await person('p2')).toBeNull();
    expect(uploads.size).toBe(0);
    await rooms.one('imports.discard', { import: id }, officer);
    const { rows } = await ownerClient.query('SELECT FROM import_problem UNION ALL SELECT FROM import_row');
    expect(rows).toEqual([]);
  });

  test('units and people of one workbook are applied in order, by actions with an entry each, and undone', async () => {
    const book = workbookOf({
      部门: [
        ['编号', '名称', '上级部门', '设立日期'],
        ['u3', '三组', '二室', '2021-01-01'],
        ['u2', '二室', null, '2020-06-01'],
      ],
      人员: [
        ['工号', '姓名', '部门', '身份', '入职日期'],
        ['p1', '张三丰', '二室', '在编在岗人员', '2021-03-01'],
        ['p4', '赵六', '三组', '在编在岗人员', '2024-01-01'],
      ],
    });
    const id = await preview(give('人事.xlsx', book));
    expect(await list<Problem>('imports.problems', { import: id })).toEqual([]);
    const corrections = await list<Row>('imports.rows', { import: id, what: 'correct' });
    expect(corrections.map(({ id: fact, changes }) => [fact, changes])).toEqual([
      [
        'p1',
        [
          { field: 'unit', from: 'u1', to: 'u2' },
          { field: 'name', from: '张三', to: '张三丰' },
        ].toSorted((a, b) => (a.field < b.field ? -1 : 1)),
      ],
    ]);
    const before = rooms.entries.length;
    await apply(id);
    expect(await one(id)).toMatchObject({ state: 'applied', rows: { done: 4, refused: 0, waiting: 0 } });
    expect(await person('p1')).toEqual({ name: '张三丰', unit: 'u2', version: 2 });
    expect(await person('p4')).toMatchObject({ unit: 'u3' });
    expect(rooms.entries.slice(before).map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      `imports.apply import/${id}`,
      'register.record unit/u2',
      'register.record unit/u3',
      'register.record person/p4',
      'register.correct person/p1',
    ]);
    // What the rows said is in the register now and no longer beside it.
    const { rows } = await ownerClient.query('SELECT FROM import_row WHERE fields IS NOT NULL OR before IS NOT NULL');
    expect(rows).toEqual([]);

    await undo(id);
    expect(await one(id)).toMatchObject({ state: 'undone', rows: { undone: 4, kept: 0 } });
    expect(await person('p1')).toEqual({ name: '张三', unit: 'u1', version: 3 });
    expect(await person('p4')).toBeNull();

    // The same file again: what was withdrawn comes back as what it was, with its history.
    const again = await preview(give('人事.xlsx', book));
    await apply(again);
    expect(await one(again)).toMatchObject({ state: 'applied', rows: { done: 4, refused: 0 } });
    expect(await person('p4')).toMatchObject({ unit: 'u3', version: 3 });
    await undo(again);
  });

  test('a row whose fact was changed after the preview is refused and the others go on; undo leaves what was changed since', async () => {
    const rowsOf = (name: string): string =>
      `${heading}\n${name},p1,一室,在编在岗人员,2021-03-01\n新一,n1,一室,在编在岗人员,2021-03-01\n新二,n2,一室,在编在岗人员,2021-03-01\n`;
    const id = await preview(give('person.csv', rowsOf('张叁')));
    const { version } = (await rooms.ask('register.one', { kind: 'person', id: 'p1' }, officer)) as { version: number };
    const correct = { kind: 'person', id: 'p1', version, fields: { joinedOn: '2021-03-02' }, reason: '更正' };
    await rooms.one('register.correct', correct, officer);
    await rooms.one(
      'register.record',
      { ...house[2], id: 'n2', fields: { ...house[2]?.fields, name: '别人' } },
      officer,
    );
    await apply(id);
    const refused = await list<Row>('imports.rows', { import: id, what: 'refused' });
    expect(refused.map(({ id: fact, code }) => [fact, code])).toEqual([
      ['n2', 'request.stale-version'],
      ['p1', 'request.stale-version'],
    ]);
    expect(await person('n2')).toMatchObject({ name: '别人' });
    expect(await person('n1')).toMatchObject({ name: '新一' });

    const completion = {
      person: 'n1',
      topic: 'counter-espionage',
      completedOn: '2026-03-02',
      validUntil: '2027-03-02',
    };
    await rooms.one('register.record', { kind: 'completion', fields: completion }, officer);
    await undo(id);
    const kept = await list<Row>('imports.rows', { import: id, what: 'kept' });
    expect(kept.map(({ id: fact, code }) => [fact, code])).toEqual([['n1', 'register.referred-to']]);
    expect(await one(id)).toMatchObject({ state: 'undone' });
  });

  test('work that is cut off after a batch is committed goes on without doing it twice', async () => {
    const id = await preview(
      give('person.csv', `${heading}\n甲,k1,一室,在编在岗人员,2021-03-01\n乙,k2,一室,在编在岗人员,2021-03-01\n`),
    );
    await rooms.one('imports.apply', { import: id }, officer);
    after = () => {
      after = null;
      throw new Error('killed');
    };
    await expect(work(id)).rejects.toThrow('killed');
    expect(await person('k1')).not.toBeNull();
    expect(await one(id)).toMatchObject({ state: 'applying', rows: { waiting: 2, done: 0 } });
    await work(id);
    expect(await one(id)).toMatchObject({ state: 'applied', rows: { done: 2, refused: 0 } });
  });

  test('a mark ends everything and nothing of the file is kept', async () => {
    const count = async () => (await ownerClient.query('SELECT count(*) FROM register_import')).rows[0] as unknown;
    const before = await count();
    const files = [
      give(
        'person.csv',
        `${heading}\n李四,p9,一室,在编在岗人员,2022-04-05\n绝密★30年,p8,一室,在编在岗人员,2022-04-05\n`,
      ),
    ];
    expect(await rooms.refused('run', 'imports.preview', { files }, officer)).toEqual(['imports.classified-mark']);
    expect(await count()).toEqual(before);
  });

  test('who may no longer act does nothing more, and decided kinds are no matter of a file', async () => {
    const id = await preview(give('person.csv', `${heading}\n丙,k3,一室,在编在岗人员,2021-03-01\n`));
    allowed = false;
    await apply(id);
    allowed = true;
    expect(await person('k3')).toBeNull();
    expect(await list<Row>('imports.rows', { import: id, what: 'refused' })).toMatchObject([
      { id: 'k3', code: 'request.not-allowed' },
    ]);
    const waivers = give('a.csv', '编号\nx\n', 'waiver');
    const decided = await preview(waivers);
    expect(await list<Problem>('imports.problems', { import: decided })).toMatchObject([{ code: 'decided-kind' }]);
    expect(await rooms.refused('run', 'imports.apply', { import: id }, officer)).toEqual(['imports.not-at-this-point']);
    expect(await rooms.refused('run', 'imports.preview', { files: [waivers] }, officer)).toEqual([
      'files.ticket-not-valid',
    ]);
  });

  test('what a personnel file said is not edited here, until it is taken over; then no file changes it', async () => {
    const row = (id: string, unit: string): string => `钱七,${id},${unit},在编在岗人员,2021-03-01`;
    await rooms.one(
      'register.record',
      { ...house[1], id: 'u8', fields: { ...house[1]?.fields, name: '八室' } },
      officer,
    );
    const first = await personnel(row('h1', '一室'));
    await apply(first);
    type Shown = { version: number; held: { field: string; day: string; taken: boolean }[] };
    const shown = async () => (await rooms.ask('register.one', { kind: 'person', id: 'h1' }, officer)) as Shown;
    const kept = async (): Promise<string[]> => (await shown()).held.map(({ field }) => field);
    expect((await shown()).held).toEqual(
      ['unit', 'name', 'standing', 'joinedOn'].map((field) => ({ field, day: '2026-11-23', taken: false })),
    );
    const correcting = async (fields: object) => ({
      kind: 'person',
      id: 'h1',
      version: (await shown()).version,
      fields,
      reason: '更正',
    });
    expect(await rooms.refused('run', 'register.correct', await correcting({ name: '钱八' }), officer)).toEqual([
      'register.from-file',
    ]);
    // What the file says nothing of is the officer's.
    await rooms.one('register.correct', await correcting({ leftOn: '2026-12-31' }), officer);

    const name = { kind: 'person', id: 'h1', fields: ['name'] };
    expect(await rooms.refused('run', 'register.give-back', name, officer)).toEqual(['register.not-held']);
    await rooms.one('register.take-over', { ...name, reason: '人事系统用字有误' }, officer);
    expect(await rooms.refused('run', 'register.take-over', { ...name, reason: '再' }, officer)).toEqual([
      'register.not-held',
    ]);
    await rooms.one('register.correct', await correcting({ name: '钱柒' }), officer);

    const second = await personnel(row('h1', '八室'));
    expect(await list<Problem>('imports.problems', { import: second })).toMatchObject([
      {
        heading: { zh: '姓名', en: 'name' },
        code: 'taken-over',
        reason: { en: expect.stringContaining('钱七') as string },
      },
    ]);
    await apply(second);
    expect(await person('h1')).toMatchObject({ name: '钱柒', unit: 'u8' });
    await rooms.one('register.give-back', name, officer);
    const third = await personnel(row('h1', '八室'));
    await apply(third);
    expect(await person('h1')).toMatchObject({ name: '钱七', unit: 'u8' });

    // Undone last first, each import releases what it alone kept.
    await undo(third);
    await undo(second);
    expect(await kept()).toEqual(['unit', 'name', 'standing', 'joinedOn']);
    await undo(first);
    expect(await kept()).toEqual([]);
    await rooms.one('register.correct', await correcting({ name: '钱八' }), officer);
  });

  test('who may not record a person takes nothing over', async () => {
    const run = await personnel('孙九,h2,一室,在编在岗人员,2021-03-01');
    await apply(run);
    const asked = { kind: 'person', id: 'h2', fields: ['name'], reason: '更正' };
    const liaison = actorOf(org, 'unit-liaison', { unit: 'u1' });
    expect(await rooms.refused('run', 'register.take-over', asked, liaison)).toEqual(['request.not-allowed']);
    await undo(run);
  });

  test('a blank cell empties its field only where the file was told so, and the preview shows it', async () => {
    await apply(await preview(give('person.csv', `${heading}\n周十,b1,一室,在编在岗人员,2021-03-01\n`)));
    const blank = '周十,b1,,在编在岗人员,2021-03-01';
    const left = await personnel(blank);
    expect(await one(left)).toMatchObject({ kinds: [{ correct: 0, unchanged: 1 }] });
    // Another column of the same file empties nothing here.
    expect(await one(await personnel(blank, ['person.leftOn']))).toMatchObject({ kinds: [{ unchanged: 1 }] });
    const emptied = await personnel(blank, ['person.unit']);
    expect(await one(emptied)).toMatchObject({ emptied: [{ kind: 'person', field: 'unit', rows: 1 }] });
    expect(await list<Row>('imports.rows', { import: emptied, what: 'correct' })).toMatchObject([
      { id: 'b1', changes: [{ field: 'unit', from: 'u1', to: null }] },
    ]);
    await apply(emptied);
    expect(await person('b1')).toMatchObject({ unit: null });
    await undo(emptied);
    expect(await person('b1')).toMatchObject({ unit: 'u1' });
    expect(await one(await personnel(blank, true))).toMatchObject({ emptied: [{ field: 'unit', rows: 1 }] });
  });

  test('before it is told what blank cells mean, a file says which of its columns have any, and stays for the preview', async () => {
    const given = give(
      'person.csv',
      `${heading}\n吴十一,c1,,在编在岗人员,2021-03-01\n吴十二,c2,一室,在编在岗人员,2021-03-01\n`,
    );
    expect(await rooms.one('imports.columns', given, officer)).toEqual({
      columns: [{ kind: 'person', field: 'unit', rows: 2, blank: 1 }],
    });
    expect(await rooms.refused('run', 'imports.columns', given, actorOf(org, 'unit-liaison', { unit: 'u1' }))).toEqual([
      'request.not-allowed',
    ]);
    await preview(given);
    expect(await rooms.refused('run', 'imports.columns', given, officer)).toEqual(['files.ticket-not-valid']);
  });

  test('the file that made a double does not bring it back once the two were merged', async () => {
    const twin = { ...house[2]?.fields, name: '张叁' };
    await rooms.one('register.record', { kind: 'person', id: 'twin', fields: twin }, officer);
    const again = () => preview(give('person.csv', `${heading}\n张叁,twin,一室,在编在岗人员,2021年3月1日\n`));
    await rooms.one('register.withdraw', { kind: 'person', id: 'twin', version: 1, reason: '重复登记' }, officer);
    expect(await one(await again())).toMatchObject({ kinds: [{ kind: 'person', add: 1 }], problems: 0 });
    await ownerClient.query(
      `INSERT INTO person_merge (org_id, id, kept, gone, fields, state, first_session, asked_at) VALUES ($1, 'm', 'p1', 'twin', '{}', 'merged', 's', now())`,
      [org],
    );
    const id = await again();
    expect(await one(id)).toMatchObject({ kinds: [], problems: 1 });
    const [problem] = await list<Problem>('imports.problems', { import: id });
    expect(problem?.code).toBe('merged-id');
    expect(problem?.reason.en).toContain('p1');
  });
});
