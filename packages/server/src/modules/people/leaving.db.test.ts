import { statusCodes } from '@sallyport/core/duties';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../tests/support/organisation.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import { machine } from '../../platform/actions/machine.ts';
import { catalogueOf } from '../../platform/http/catalogue.ts';

const org = 'org-leaving';
const officer = { ...actorOf(org, 'security-officer'), account: 'officer', fresh: true };
const person = (id: string, name: string) => ({
  kind: 'person',
  id,
  fields: { organisation: org, name, standing: 'employee', joinedOn: '2021-03-01' },
});
const post = {
  organisation: org,
  title: '机要员',
  secretClass: 'important',
  foreignFacing: false,
  keySecurityPost: false,
  publicStaff: false,
  createdOn: '2020-01-01',
};
const trip = {
  organisation: org,
  kind: 'official',
  abroad: true,
  emergency: false,
  createdOn: '2026-11-01',
  departsOn: '2026-11-10',
  departedOn: '2026-11-10',
};
const document = { organisation: org, derivative: false, unclear: false, abovePower: false, createdOn: '2024-01-01' };
const assigned = { post: 'post-1', organisation: org, decidedOn: '2024-01-05', startsOn: '2024-02-01' };
const leaving = (id: string, effectiveOn: string) => ({
  person: id,
  decidedOn: '2026-11-20',
  effectiveOn,
  secretBearing: true,
  withoutPermission: false,
});

type Item = {
  what: string;
  name: string;
  title: { zh: string };
  fact: string | null;
  position: number;
  receiver: string | null;
};
type Shown = {
  open: Item[];
  openCount: number;
  leaving: { leaving: string; state: string; open: number; handed: number } | null;
};

eachInstallation(({ database, ownerClient }) => {
  let program: ReturnType<typeof wholeProgram>;
  beforeAll(async () => {
    program = wholeProgram(database);
    await ownerClient.query(`INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, 'abcdefgh', now())`, [org]);
    const house = { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags };
    for (const [kind, id, fields] of [
      ['organisation', org, house],
      ['post', 'post-1', post],
      ['document', 'document-1', document],
      ['trip', 'trip-1', trip],
    ] as const)
      await program.one('register.record', { kind, id, fields }, officer);
    const people = [person('leaver', '张三'), person('heir', '李四'), person('later', '王五')];
    await program.run('register.record', people, officer);
    for (const [kind, id, fields] of [
      ['assignment', 'assignment-1', { person: 'leaver', ...assigned }],
      ['copy', 'copy-1', { document: 'document-1', custodian: 'leaver', reproduction: false, madeOn: '2026-01-05' }],
      [
        'traveller',
        'traveller-1',
        { trip: 'trip-1', person: 'leaver', leader: false, cleared: false, addedOn: '2026-11-01' },
      ],
      [
        'appointment',
        'appointment-1',
        { organisation: org, person: 'leaver', role: 'dutyOfficer', appointedOn: '2025-01-01', inWriting: true },
      ],
      ['assignment', 'assignment-2', { person: 'later', ...assigned }],
    ] as const)
      await program.one('register.record', { kind, id, fields }, officer);
    await ownerClient.query(
      `INSERT INTO account (org_id, id, login, name, person, status, made_at) VALUES ($1, 'a1', 'a1', '张三', 'leaver', 'active', '2026-01-01'), ($1, 'a2', 'a2', '王五', 'later', 'active', '2026-01-01')`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO role_grant (org_id, id, account, role, unit, from_at, made_at) VALUES ($1, 'g1', 'a1', 'custodian', NULL, '2026-01-01', '2026-01-01')`,
      [org],
    );
  });

  const shown = async (id: string) => (await program.ask('people.leaving', { person: id }, officer)) as Shown;
  /** All pages of what is handed over, or is not. */
  const items = async (leaving: string | undefined, handed: boolean): Promise<Item[]> => {
    const found: Item[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const asked = { leaving, handed, limit: 3, ...(cursor === undefined ? {} : { cursor }) };
      const page = (await program.ask('people.leaving-items', asked, officer)) as {
        items: Item[];
        next: string | null;
      };
      found.push(...page.items);
      cursor = page.next;
    }
    return found;
  };
  const value = async (sql: string): Promise<unknown> =>
    Object.values(
      (await ownerClient.query<Record<string, unknown>>(`SELECT ${sql} AND org_id = $1`, [org])).rows[0] ?? {},
    );

  test('a leaving is recorded with nothing handed over, ends account, roles and assignments, and lists what is open', async () => {
    const before = await shown('leaver');
    expect(before.leaving).toBeNull();
    const kinds = new Set(before.open.map(({ what }) => what));
    for (const what of ['duty', 'copy', 'trip', 'appointment', 'role']) expect(kinds, what).toContain(what);
    // By what people call it, and not by the name of its rule or the number of its fact.
    for (const { what, title } of before.open.filter((one) => one.what !== 'copy'))
      expect(title.zh, what).toMatch(/\p{Script=Han}/u);
    await program.one('people.leave', leaving('leaver', '2026-11-22'), officer);
    const after = await shown('leaver');
    expect(after.leaving).toMatchObject({ state: 'over', open: before.openCount, handed: 0 });
    expect((await items(after.leaving?.leaving, false)).map(({ what, name, fact }) => ({ what, name, fact }))).toEqual(
      before.open.map(({ what, name, fact }) => ({ what, name, fact })),
    );
    expect(await value(`left_on::text, standing FROM fact_person WHERE id = 'leaver'`)).toEqual([
      '2026-11-22',
      'former',
    ]);
    expect(await value(`ended_on::text FROM fact_assignment WHERE id = 'assignment-1'`)).toEqual(['2026-11-22']);
    expect(await value(`status FROM account WHERE id = 'a1'`)).toEqual(['disabled']);
    expect(await value(`ended_at IS NULL FROM role_grant WHERE id = 'g1'`)).toEqual([false]);
    expect(await program.refused('run', 'people.leave', leaving('leaver', '2026-12-01'), officer)).toEqual([
      'people.leaving-already',
    ]);
  });

  test('each item goes to a named person, once: a copy gets its keeper, a responsibility ends and begins', async () => {
    const { leaving: found } = await shown('leaver');
    const id = found?.leaving ?? '';
    const listed = await items(id, false);
    const at = (what: string): number => listed.find((one) => one.what === what)?.position ?? -1;
    for (const what of ['copy', 'appointment', 'trip'])
      await program.one('people.hand-item', { leaving: id, position: at(what), receiver: 'heir' }, officer);
    expect(await value(`custodian FROM fact_copy WHERE id = 'copy-1'`)).toEqual(['heir']);
    expect(await value(`ended_on::text FROM fact_appointment WHERE id = 'appointment-1'`)).toEqual(['2026-11-23']);
    expect(await value(`role FROM fact_appointment WHERE person = 'heir' AND ended_on IS NULL`)).toEqual([
      'dutyOfficer',
    ]);
    const again = { leaving: id, position: at('copy'), receiver: 'later' };
    expect(await program.refused('run', 'people.hand-item', again, officer)).toEqual(['people.item-not-open']);
    expect(await program.refused('run', 'people.hand-item', { ...again, receiver: 'leaver' }, officer)).toEqual([
      'people.same-person',
    ]);
  });

  test('duties are handed over all at once, and the overview says of what kind something is left', async () => {
    const leavings = async (open: boolean) =>
      ((await program.ask('people.leavings', { open }, officer)) as { items: { person: string; still: string[] }[] })
        .items;
    const id = (await shown('leaver')).leaving?.leaving ?? '';
    expect(await leavings(true)).toMatchObject([{ person: 'leaver', state: 'over', still: ['duty', 'role'] }]);
    const hand = { leaving: id, receiver: 'heir' };
    const duties = (await items(id, false)).filter(({ what }) => what === 'duty').length;
    expect(await program.one('people.hand-duties', hand, officer)).toEqual({ leaving: id, handed: duties });
    expect(await program.refused('run', 'people.hand-duties', hand, officer)).toEqual(['people.item-not-open']);
    expect((await items(id, false)).map(({ what }) => what)).toEqual(['role']);
    expect((await items(id, true)).filter(({ receiver }) => receiver === 'heir')).toHaveLength(duties + 3);
    expect(await leavings(true)).toMatchObject([{ person: 'leaver', still: ['role'] }]);
    expect(await value(`count(*) > 0 FROM duty WHERE assignee = 'heir' AND subject LIKE '%-1'`)).toEqual([true]);
    expect(await program.refused('ask', 'people.leavings', { cursor: 'x' }, officer)).toEqual(['people.bad-cursor']);
  });

  /** A sheet to sign, as the text of its file. */
  async function sheet(input: object): Promise<string> {
    const output = await program.ask('forms.paper', input, officer);
    const answer = await catalogueOf(program.rooms).queries.get('forms.paper')?.gives?.(output, officer);
    const parts = unzipSync(new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer(0)));
    return strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  }

  test('the handover sheet says what is open and who took it on, under a number; what is handed over later asks for another', async () => {
    const leave = (await shown('leaver')).leaving?.leaving ?? '';
    const asked = { form: 'handover-sheet', id: leave, language: 'zh' };
    const { print } = (await program.one('forms.print', asked, officer)) as { print: string };
    const input = { print, format: 'docx' };
    const text = (await sheet(input)).replaceAll(/<[^>]*>/g, '');
    for (const said of [
      '离岗离职交接清单',
      '张三',
      '李四',
      '未办结事项',
      '保管的载体',
      '系统角色',
      '保管人',
      '2026年11月23日',
    ])
      expect(text, said).toContain(said);
    await ownerClient.query(`UPDATE leaving_item SET handed_at = '2027-01-01' WHERE org_id = $1 AND what = 'copy'`, [
      org,
    ]);
    expect(await program.refused('ask', 'forms.paper', input, officer)).toEqual(['forms.changed-since']);
  });

  test('whoever has more open than anybody reads hands over all of it, and the number says how many', async () => {
    await program.one('register.record', person('busy', '钱七'), officer);
    await ownerClient.query(
      `INSERT INTO duty (org_id, rule, subject, period, status, evidence, assignee, due_on, version, revision)
       SELECT $1, 'a/rule', 'subject-' || n, '-infinity', $2, '{}', 'busy', '2026-12-01', 1, 1 FROM generate_series(1, 700) AS n`,
      [org, statusCodes.indexOf('pending')],
    );
    const before = await shown('busy');
    expect(before).toMatchObject({ openCount: 700 });
    expect(before.open).toHaveLength(200);
    await program.one('people.leave', leaving('busy', '2026-12-30'), officer);
    expect((await shown('busy')).leaving).toMatchObject({ open: 700, handed: 0 });
    const again = (await shown('busy')).leaving?.leaving ?? '';
    // The sheet goes on over its pages until the last of them has a line to sign.
    const asked = { form: 'handover-sheet', id: again, language: 'zh' };
    const { print } = (await program.one('forms.print', asked, officer)) as { print: string };
    const text = await sheet({ print, format: 'docx' });
    expect(text.split('未办结事项')).toHaveLength(701);
    expect(text).not.toContain('其余各项');
    await program.one('people.take-leaving-back', { leaving: again, reason: '撤回辞职申请' }, officer);
  });

  test('taken back, the entry and the assignments are as before; account and roles are not given back by it', async () => {
    const id = (await shown('leaver')).leaving?.leaving ?? '';
    await program.one('people.take-leaving-back', { leaving: id, reason: '撤回辞职申请' }, officer);
    expect(await value(`left_on::text, standing FROM fact_person WHERE id = 'leaver'`)).toEqual([null, 'employee']);
    expect(await value(`ended_on::text FROM fact_assignment WHERE id = 'assignment-1'`)).toEqual([null]);
    expect(await value(`withdrawn_on::text FROM fact_leaving WHERE person = 'leaver'`)).toEqual(['2026-11-23']);
    expect(await value(`status FROM account WHERE id = 'a1'`)).toEqual(['disabled']);
    expect((await shown('leaver')).leaving).toBeNull();
  });

  test('a day to come ends nothing before it has come', async () => {
    await program.run('register.record', [person('stuck', '孙九'), person('next', '周八')], officer);
    await program.one('people.leave', leaving('stuck', '2026-11-30'), officer);
    await program.one('people.leave', leaving('later', '2026-11-30'), officer);
    await program.one('people.end-leavers', {}, machine(org));
    expect(await value(`left_on::text, standing FROM fact_person WHERE id = 'later'`)).toEqual([null, 'employee']);
    expect(await value(`status FROM account WHERE id = 'a2'`)).toEqual(['active']);
    const id = (await shown('later')).leaving?.leaving ?? '';
    const handed = await program.one('people.hand-duties', { leaving: id, receiver: 'next' }, officer);
    expect(handed).toMatchObject({ leaving: id });
    expect(await value(`count(*) > 0 FROM duty WHERE assignee = 'next' AND status = 0`)).toEqual([true]);
    // Given to somebody who leaves, after the list was made: it is on the list by the last day.
    const copy = { document: 'document-1', custodian: 'later', reproduction: false, madeOn: '2026-11-23' };
    await program.one('register.record', { kind: 'copy', id: 'copy-late', fields: copy }, officer);
    expect((await items(id, false)).map(({ fact }) => fact)).not.toContain('copy-late');
    // Something is wrong with one of two: the other ends all the same.
    await ownerClient.query('SET session_replication_role = replica');
    await ownerClient.query(`DELETE FROM fact_person WHERE org_id = $1 AND id = 'stuck'`, [org]);
    await ownerClient.query('SET session_replication_role = DEFAULT');
    program.clock.set('2026-12-01T00:30:00+08:00');
    const stuck = await ownerClient.query<{ id: string }>(
      `SELECT id FROM person_leaving WHERE org_id = $1 AND person = 'stuck'`,
      [org],
    );
    expect(await program.one('people.end-leavers', {}, machine(org))).toEqual({
      ended: 1,
      failed: stuck.rows.map((one) => one.id),
    });
    expect(await value(`state FROM person_leaving WHERE person = 'stuck'`)).toEqual(['waiting']);
    expect((await items(id, false)).map(({ fact }) => fact)).toContain('copy-late');
    expect(await value(`left_on::text, standing FROM fact_person WHERE id = 'later'`)).toEqual([
      '2026-11-30',
      'former',
    ]);
    expect(await value(`ended_on::text FROM fact_assignment WHERE id = 'assignment-2'`)).toEqual(['2026-11-30']);
    expect(await value(`status FROM account WHERE id = 'a2'`)).toEqual(['disabled']);
  });
});
