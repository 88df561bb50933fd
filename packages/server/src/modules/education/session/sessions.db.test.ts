import { randomUUID } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../../tests/support/organisation.ts';
import { actorOf, testRooms } from '../../../../../../tests/support/rooms.ts';
import { workbookOf } from '../../../../../../tests/support/workbook.ts';
import { type Actor, nobody } from '../../../platform/actions/actor.ts';
import { catalogueOf } from '../../../platform/http/catalogue.ts';
import { createCsvParser } from '../../../tabular/csv-parser.ts';
import { createImports } from '../../imports/index.ts';
import { registerRoom } from '../../register/index.ts';

const org = 'org-session';
const topic = 'counter-espionage';
const officer: Actor = { ...actorOf(org, 'security-officer'), account: 'officer' };
const liaison = actorOf(org, 'unit-liaison', { unit: 'unit-b' });

type People = {
  readonly items: readonly { readonly person: string; readonly unitName: string; readonly completion: string | null }[];
  readonly next: string | null;
};
type Upload = { readonly name: string; readonly type: string; readonly bytes: Buffer };

eachInstallation(({ database, ownerClient }) => {
  const program = wholeProgram(database);
  const machine: Actor = { ...nobody(org), via: 'machine' };
  const record = (kind: string, rows: readonly (readonly [id: string, fields: object])[]) =>
    program.run(
      'register.import',
      rows.map(([id, fields]) => ({ kind, id, fields })),
      machine,
    );
  const act = (name: string, input: object, by = officer) =>
    program.one(`education.${name}`, input, by) as Promise<Record<string, unknown>>;
  const refused = (name: string, input: object, by = officer) => program.refused('run', `education.${name}`, input, by);
  const given = {
    title: '年度反间谍安全防范培训',
    topic,
    audience: 'all',
    units: ['unit-a'],
    heldOn: '2026-11-24',
    place: '三楼报告厅',
    trainer: '示例讲师',
    validMonths: 12,
  };
  const plan = async (more: object = {}): Promise<string> =>
    (await act('planSession', { ...given, ...more }))['session'] as string;
  const people = async (session: string, by = officer) =>
    ((await program.ask('education.sessionPeople', { session, limit: 200 }, by)) as People).items;
  const completions = async (session: string) =>
    (
      await ownerClient.query(
        `SELECT person, topic, completed_on::text, valid_until::text FROM fact_completion WHERE org_id = $1 AND course = $2 ORDER BY person`,
        [org, session],
      )
    ).rows as { person: string }[];
  const statusOf = async (person: string) =>
    (
      (await program.ask(
        'duties.list',
        { person, rule: 'cn-cel-2023/key-unit-staff-education', limit: 1 },
        officer,
      )) as {
        items: { status: string }[];
      }
    ).items[0]?.status;

  beforeAll(async () => {
    await ownerClient.query(`INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, 'abcdefgh', now())`, [org]);
    const house = { name: '示例单位', seat: 'cn', establishedOn: '2001-05-01', ...organisationFlags };
    await record('organisation', [[org, { ...house, keyUnitSince: '2023-09-01' }]]);
    const unit = (name: string) => ({ organisation: org, name, establishedOn: '2020-01-01' });
    await record('unit', [
      ['unit-a', unit('甲部')],
      ['unit-b', unit('乙部')],
    ]);
    const person = (unitOf: string, name: string) => ({
      organisation: org,
      unit: unitOf,
      name,
      standing: 'employee',
      joinedOn: '2021-03-01',
    });
    await record('person', [
      ...['艾一', '白二', '陈三', '丁四', '鄂五'].map((name, at) => [`a-${at}`, person('unit-a', name)] as const),
      ['b-0', person('unit-b', '方六')],
    ]);
  });

  test('a session is no fact before it was held, and is held on its day at the earliest, once', async () => {
    expect(await refused('planSession', { ...given, topic: 'origin' })).toEqual(['education.no-such-topic']);
    expect(await refused('planSession', { ...given, place: '绝密★' })).toEqual(['register.classified-mark']);
    expect(await refused('planSession', { ...given, units: ['unit-z'] })).toEqual(['request.not-found']);
    expect(await refused('planSession', given, liaison)).toEqual(['request.not-allowed']);
    const session = await plan();
    expect(await refused('holdSession', { session })).toEqual(['education.session-to-come']);
    expect(await refused('attend', { session, people: ['a-0'] })).toEqual(['education.session-not-so']);
    expect((await people(session)).map(({ person }) => person)).toEqual(['a-0', 'a-1', 'a-2', 'a-3', 'a-4']);
    const courses = () => ownerClient.query('SELECT id FROM fact_course WHERE org_id = $1', [org]);
    expect((await courses()).rows).toEqual([]);
    program.clock.set('2026-11-24T15:00:00+08:00');
    await act('holdSession', { session });
    expect((await courses()).rows).toEqual([{ id: session }]);
    for (const name of ['holdSession', 'cancelSession'])
      expect(await refused(name, { session })).toEqual(['education.session-not-so']);
    const fellThrough = await plan();
    await act('cancelSession', { session: fellThrough });
    expect((await courses()).rows).toEqual([{ id: session }]);
    expect(await program.ask('education.sessions', {}, officer)).toMatchObject({
      sessions: [{ state: 'cancelled' }, { session, state: 'held', place: '三楼报告厅', trainer: '示例讲师' }].toSorted(
        (one, other) => ((one.session ?? fellThrough) < (other.session ?? fellThrough) ? 1 : -1),
      ),
    });
  });

  test('who signed has completed it, as at the screen: duties are met, once each, each within the recorder’s reach', async () => {
    program.clock.set('2026-11-24T15:00:00+08:00');
    const session = await plan();
    await act('holdSession', { session });
    expect(await statusOf('a-0')).toBe('overdue');
    const { print } = (await program.one(
      'forms.print',
      { form: 'sign-in-list', id: session, language: 'zh' },
      officer,
    )) as { print: string };
    const shown = await program.ask('forms.paper', { print, format: 'pdf' }, officer);
    const paper = await catalogueOf(program.rooms).queries.get('forms.paper')?.gives?.(shown, officer);
    const { text } = await extractText(
      await getDocumentProxy(new Uint8Array((await paper?.arrayBuffer()) ?? new ArrayBuffer(0))),
      { mergePages: true },
    );
    for (const said of ['教育培训签到表', '甲部', '艾一', '鄂五', '签名', '平安-2026-'])
      expect(text.replaceAll(/\s+/g, '')).toContain(said);
    expect(text).not.toContain('方六');
    const { done, refused: passed } = await act('attend', { session, people: ['a-0', 'a-1', 'nobody', 'b-0'] });
    expect([done, passed]).toEqual([3, [{ at: 2, why: 'not-found' }]]);
    expect(await act('attend', { session, people: ['a-1', 'a-2'] })).toEqual({
      done: 1,
      refused: [{ at: 0, why: 'recorded-already' }],
    });
    expect(await completions(session)).toEqual(
      ['a-0', 'a-1', 'a-2', 'b-0'].map((person) => ({
        person,
        topic,
        completed_on: '2026-11-24',
        valid_until: '2027-11-24',
      })),
    );
    expect(await statusOf('a-0')).toBe('late');
    // The list that was signed is still the one of this session: its scan finds its place.
    expect(await program.ask('forms.prints', { kind: 'course', id: session }, officer)).toMatchObject({
      prints: [{ print, state: 'out' }],
    });
    // Whoever came besides is in the list; a liaison records their own people alone.
    expect((await people(session)).map(({ person, completion }) => [person, completion !== null])).toEqual([
      ['a-0', true],
      ['a-1', true],
      ['a-2', true],
      ['a-3', false],
      ['a-4', false],
      ['b-0', true],
    ]);
    expect(await act('attend', { session, people: ['a-3'] }, liaison)).toEqual({
      done: 0,
      refused: [{ at: 0, why: 'not-found' }],
    });
    expect((await people(session, liaison)).map(({ person }) => person)).toEqual(['b-0']);
  });

  test('the list comes back through the import, as CSV and as XLSX, and counts like any completion', async () => {
    program.clock.set('2026-11-24T15:00:00+08:00');
    const uploads = new Map<string, Upload>();
    const imports = createImports({
      database,
      clock: program.clock,
      ids: { uuid: randomUUID },
      offset: 480,
      peekUpload: async (_actor, ticket) => uploads.get(ticket) ?? null,
      takeUpload: async (_actor, ticket) => uploads.get(ticket) ?? null,
      actingFor: async () => officer,
    });
    const bring = async (name: string, bytes: Buffer): Promise<void> => {
      const ticket = randomUUID();
      uploads.set(ticket, { name, type: name.split('.').at(-1) ?? '', bytes });
      const register = registerRoom({
        ids: { uuid: randomUUID },
        leadsOf: async () => [],
        isMerged: async () => false,
        inRoom: async () => null,
      });
      const rooms = testRooms(database, [register, imports], { clock: program.clock });
      const { import: id } = (await rooms.one(
        'imports.preview',
        { files: [{ ticket, kind: 'completion' }] },
        officer,
      )) as { import: string };
      expect(await rooms.ask('imports.one', { import: id }, officer)).toMatchObject({ problems: 0 });
      await rooms.one('imports.apply', { import: id }, officer);
      await imports
        .jobs((action, inputs, actor, key) => rooms.run(action, inputs, actor, key))[0]
        ?.run(org, { import: id });
    };
    for (const form of ['csv', 'xlsx'] as const) {
      const session = await plan();
      expect(await program.refused('ask', 'education.attendanceFile', { session }, officer)).toEqual([
        'education.session-not-so',
      ]);
      await act('holdSession', { session });
      const { text } = (await program.ask('education.attendanceFile', { session }, officer)) as { text: string };
      const rows: string[][] = [];
      const parser = createCsvParser(',', (cells) => rows.push(cells));
      parser.push(text.replace(/^\ufeff/, ''));
      parser.end();
      expect(rows.map(([, name]) => name)).toEqual(['核对姓名', '艾一', '白二', '陈三', '丁四', '鄂五']);
      // Two did not come: their rows are deleted, and the file is saved.
      const kept = rows.filter((_, at) => at !== 2 && at !== 4);
      const bytes =
        form === 'xlsx' ? workbookOf({ 出席: kept }) : Buffer.from(kept.map((row) => row.join(',')).join('\r\n'));
      await bring(`attendance.${form}`, bytes);
      expect((await completions(session)).map(({ person }) => person)).toEqual(['a-0', 'a-2', 'a-4']);
    }
  });
});
