import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../tests/support/organisation.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import { machine } from '../../platform/actions/machine.ts';

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

type Item = { what: string; name: string; fact: string | null; position: number; receiver: string | null };
type Shown = { open: Item[]; leaving: { leaving: string; state: string; items: Item[] } | null };

eachInstallation(({ database, ownerClient }) => {
  let program: ReturnType<typeof wholeProgram>;
  beforeAll(async () => {
    program = wholeProgram(database);
    const house = { name: '示例单位', seat: 'cn', establishedOn: '2001-05-01', ...organisationFlags };
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
  const value = async (sql: string): Promise<unknown> =>
    Object.values(
      (await ownerClient.query<Record<string, unknown>>(`SELECT ${sql} AND org_id = $1`, [org])).rows[0] ?? {},
    );

  test('a leaving is recorded with nothing handed over, ends account, roles and assignments, and lists what is open', async () => {
    const before = await shown('leaver');
    expect(before.leaving).toBeNull();
    const kinds = new Set(before.open.map(({ what }) => what));
    for (const what of ['duty', 'copy', 'trip', 'appointment', 'role']) expect(kinds, what).toContain(what);
    await program.one('people.leave', leaving('leaver', '2026-11-22'), officer);
    const after = await shown('leaver');
    expect(after.leaving).toMatchObject({ state: 'over' });
    expect(after.leaving?.items.map(({ what, name, fact }) => ({ what, name, fact }))).toEqual(
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
    const at = (what: string): number => found?.items.find((one) => one.what === what)?.position ?? -1;
    for (const what of ['copy', 'appointment', 'trip', 'duty'])
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
    const open = (await shown('leaver')).leaving?.items.filter(({ receiver }) => receiver === null) ?? [];
    expect(open.map(({ what }) => what)).toContain('role');
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
    await program.one('people.leave', leaving('later', '2026-11-30'), officer);
    await program.one('people.end-leavers', {}, machine(org));
    expect(await value(`left_on::text, standing FROM fact_person WHERE id = 'later'`)).toEqual([null, 'employee']);
    expect(await value(`status FROM account WHERE id = 'a2'`)).toEqual(['active']);
    program.clock.set('2026-12-01T00:30:00+08:00');
    await program.one('people.end-leavers', {}, machine(org));
    expect(await value(`left_on::text, standing FROM fact_person WHERE id = 'later'`)).toEqual([
      '2026-11-30',
      'former',
    ]);
    expect(await value(`ended_on::text FROM fact_assignment WHERE id = 'assignment-2'`)).toEqual(['2026-11-30']);
    expect(await value(`status FROM account WHERE id = 'a2'`)).toEqual(['disabled']);
  });
});
