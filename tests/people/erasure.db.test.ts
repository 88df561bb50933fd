import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createErasureLog, privacyJobs, replayErasureLog } from '../../packages/server/src/modules/privacy/index.ts';
import { type Actor, nobody } from '../../packages/server/src/platform/actions/actor.ts';
import { eachInstallation } from '../support/installations.ts';
import { organisationFlags } from '../support/organisation.ts';
import { checkedClause, eraseByTwo, type PrivacyRooms, privacyRooms, staffMember } from './privacy-rooms.ts';

const org = 'org-a';
const machine: Actor = { ...nobody(org), via: 'machine' };

const person = (id: string, name: string, leftOn: string | null) => ({
  kind: 'person',
  id,
  fields: {
    organisation: org,
    name,
    standing: leftOn === null ? 'employee' : 'former',
    joinedOn: '2009-04-01',
    leftOn,
  },
});
const completion = (id: string, of: string, validUntil: string | null) => ({
  kind: 'completion',
  id,
  fields: { person: of, topic: 'counter-espionage', completedOn: '2010-05-06', validUntil },
});

eachInstallation(({ database, ownerClient }) => {
  let rooms: PrivacyRooms;
  let folder = '';
  let officer: Actor;
  let counsel: Actor;

  beforeAll(async () => {
    rooms = privacyRooms(database);
    folder = await mkdtemp(join(tmpdir(), 'erasures-'));
    officer = await staffMember(ownerClient, org, 'security-officer', 'officer');
    counsel = await staffMember(ownerClient, org, 'counsel');
    await staffMember(ownerClient, org, 'auditor');
    const house = { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags };
    await rooms.run('register.record', [{ kind: 'organisation', id: org, fields: house }], officer);
    await rooms.run(
      'register.record',
      [
        person('gone', '高离任', '2014-06-30'),
        person('here', '何在岗', null),
        person('held', '韩留存', '2014-06-30'),
        completion('of-gone', 'gone', null),
        completion('of-here-ended', 'here', '2011-05-06'),
        completion('of-here-open', 'here', null),
        completion('of-held', 'held', null),
      ],
      officer,
    );
    await rooms.run(
      'register.correct',
      [{ kind: 'person', id: 'gone', version: 1, fields: { name: '高离' }, reason: '更名高离任' }],
      officer,
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  const ids = async (table: string): Promise<string[]> =>
    (await ownerClient.query<{ id: string }>(`SELECT id FROM ${table} WHERE org_id = $1 ORDER BY id`, [org])).rows.map(
      ({ id }) => id,
    );

  test('the dry run counts by table what a run would erase, and changes nothing', async () => {
    await rooms.one(
      'privacy.hold',
      { kind: 'person', target: 'held', clause: checkedClause, reason: '诉讼未结', until: '2027-11-23' },
      officer,
    );
    expect(await rooms.ask('privacy.erasureReport', {}, officer)).toMatchObject({ due: { person: 1, completion: 2 } });
    expect(await ids('fact_person')).toEqual(['gone', 'held', 'here']);
  });

  test('what is past its bound goes with all it ever said, what is held or still serves stays', async () => {
    expect(await rooms.one('privacy.eraseDue', {}, machine)).toMatchObject({ erased: 3, missed: 0 });
    // The history of a duty tells that it changed because something was erased.
    expect(rooms.settled.at(-1)).toBe('erasure');
    expect(new Set(rooms.settled.slice(0, -1))).toEqual(new Set(['fact']));
    expect(await ids('fact_person')).toEqual(['held', 'here']);
    expect(await ids('fact_completion')).toEqual(['of-held', 'of-here-open']);
    const { rows } = await ownerClient.query(
      `SELECT version, change, fields, reason FROM fact_version WHERE org_id = $1 AND kind = 'person' AND id = 'gone' ORDER BY version`,
      [org],
    );
    expect(rows).toEqual([
      { version: 1, change: 'record', fields: null, reason: null },
      { version: 2, change: 'correct', fields: null, reason: null },
      { version: 3, change: 'erase', fields: null, reason: null },
    ]);
    expect(rooms.erasedValues.toSorted()).toEqual(['completion/of-gone', 'completion/of-here-ended', 'person/gone']);
    expect(rooms.entries.at(-1)).toMatchObject({
      action: 'privacy.eraseDue',
      fields: { erased: { completion: 2, person: 1 } },
    });
  });

  test('a second run finds nothing, and the report shows both', async () => {
    expect(await rooms.one('privacy.eraseDue', {}, machine)).toMatchObject({ erased: 0, missed: 0 });
    expect(await rooms.ask('privacy.erasureReport', {}, officer)).toMatchObject({
      due: {},
      missed: false,
      runs: [{ erased: {} }, { erased: { person: 1 } }],
    });
  });

  test('nobody but the program runs the erasure', async () => {
    expect(await rooms.refused('run', 'privacy.eraseDue', {}, officer)).toEqual(['request.not-allowed']);
    expect(await rooms.refused('run', 'privacy.replayErasures', { erased: [] }, counsel)).toEqual([
      'request.not-allowed',
    ]);
  });

  test('a hold on one fact about a person keeps them from being erased', async () => {
    const asked = {
      kind: 'completion',
      target: 'of-here-open',
      clause: checkedClause,
      reason: '审计',
      until: '2027-01-01',
    };
    const erasure = { person: 'here', reason: '本人请求' };
    const { hold } = (await rooms.one('privacy.hold', { ...asked, target: 'of-held' }, officer)) as { hold: string };
    const { hold: own } = (await rooms.one('privacy.hold', asked, officer)) as { hold: string };
    expect(await rooms.refused('run', 'privacy.erasePerson', erasure, officer)).toEqual(['privacy.on-hold']);
    for (const each of [hold, own]) await rooms.one('privacy.release', { hold: each, reason: '审计结束' }, counsel);
  });

  test('a hold keeps a person from being erased, ends by itself, and can be released with a reason', async () => {
    const until = '2027-01-01';
    const asked = { kind: 'person', target: 'here', clause: checkedClause, reason: '审计', until };
    const { hold } = (await rooms.one('privacy.hold', asked, officer)) as { hold: string };
    expect(await rooms.refused('run', 'privacy.erasePerson', { person: 'here', reason: '本人请求' }, officer)).toEqual([
      'privacy.on-hold',
    ]);
    await rooms.one('privacy.release', { hold, reason: '审计结束' }, counsel);
    expect(await rooms.refused('run', 'privacy.release', { hold, reason: '再次' }, counsel)).toEqual([
      'privacy.already-ended',
    ]);
    expect(await rooms.refused('run', 'privacy.hold', { ...asked, until: '2040-01-01' }, officer)).toEqual([
      'privacy.end-out-of-bounds',
    ]);
    expect(await rooms.refused('run', 'privacy.hold', { ...asked, clause: 'made-up' }, officer)).toEqual([
      'privacy.clause-unknown',
    ]);
  });

  const ask = async (person: string, actor = officer): Promise<string> =>
    ((await rooms.one('privacy.erasePerson', { person, reason: '本人请求' }, actor)) as { act: string }).act;
  const refusedTo = (actor: Actor, act: string) => rooms.refused('run', 'identity.confirm-act', { act }, actor);
  const waitingFor = async (actor: Actor) =>
    ((await rooms.ask('identity.pending-acts', {}, actor)) as { items: Record<string, unknown>[] }).items;

  test('a person is erased by two, in sessions of their own, within a day', async () => {
    const act = await ask('here');
    expect(await waitingFor(counsel)).toMatchObject([
      {
        act,
        kind: 'erasure',
        mine: false,
        first: 'officer',
        reason: '本人请求',
        told: { about: 'person', person: 'here', name: '何在岗', records: 2 },
        eligible: ['auditor', 'counsel'],
      },
    ]);
    // Asked twice, the second would be found done.
    expect(await rooms.refused('run', 'privacy.erasePerson', { person: 'here', reason: '本人请求' }, officer)).toEqual([
      'privacy.already-asked',
    ]);
    expect(await rooms.refused('run', 'privacy.erasePerson', { person: 'nobody', reason: '无此人' }, officer)).toEqual([
      'request.not-found',
    ]);
    expect(await refusedTo(officer, act)).toEqual(['identity.second-person']);
    expect(await refusedTo({ ...counsel, session: officer.session }, act)).toEqual(['identity.second-person']);
    expect(await refusedTo({ ...counsel, fresh: false }, act)).toEqual(['request.step-up-first']);
    await ownerClient.query(`UPDATE account SET person = 'here' WHERE org_id = $1 AND id = 'counsel'`, [org]);
    expect(await refusedTo(counsel, act)).toEqual(['identity.second-person']);
    expect(await waitingFor(counsel)).toEqual([]);
    await ownerClient.query(`UPDATE account SET person = NULL WHERE org_id = $1 AND id = 'counsel'`, [org]);
    rooms.clock.advance({ hours: 24 });
    expect(await refusedTo(counsel, act)).toEqual(['request.not-found']);
    const again = await ask('here');
    const hold = { kind: 'person', target: 'here', clause: checkedClause, reason: '诉讼', until: '2027-01-01' };
    const { hold: held } = (await rooms.one('privacy.hold', hold, counsel)) as { hold: string };
    expect(await refusedTo(counsel, again)).toEqual(['privacy.on-hold']);
    await rooms.one('privacy.release', { hold: held, reason: '撤诉' }, counsel);
    expect(await refusedTo(counsel, again)).toEqual([]);
    expect(await ids('fact_person')).toEqual(['held']);
    expect(await ids('fact_completion')).toEqual(['of-held']);
    const { rows } = await ownerClient.query(`SELECT DISTINCT reason, details FROM two_person_act WHERE org_id = $1`, [
      org,
    ]);
    expect(rows).toEqual([{ reason: '—', details: null }]);
  });

  test('what was asked for can be declined and withdrawn, and then nobody signs it', async () => {
    await rooms.run('register.record', [person('stays', '石某', null)], officer);
    const declined = await ask('stays');
    await rooms.one('identity.decline-act', { act: declined }, counsel);
    expect(await refusedTo(counsel, declined)).toEqual(['request.not-found']);
    const withdrawn = await ask('stays');
    await rooms.one('identity.withdraw-act', { act: withdrawn }, officer);
    expect(await refusedTo(counsel, withdrawn)).toEqual(['request.not-found']);
    expect(await ids('fact_person')).toEqual(['held', 'stays']);
    await eraseByTwo(rooms, { person: 'stays', reason: '本人请求' }, [officer, counsel]);
  });

  test('the second person is not from the line of command of the first', async () => {
    const unit = { organisation: org, name: '保卫处', establishedOn: '2001-05-01' };
    await rooms.run('register.record', [{ kind: 'unit', id: 'guard', fields: unit }], officer);
    const asker = person('asker', '申办', null);
    await rooms.run(
      'register.record',
      [person('lined', '列某', null), { ...asker, fields: { ...asker.fields, unit: 'guard' } }],
      officer,
    );
    const asks = await staffMember(ownerClient, org, 'security-officer', 'asks');
    const leader = await staffMember(ownerClient, org, 'counsel', 'leads');
    await ownerClient.query(`UPDATE account SET person = 'asker' WHERE org_id = $1 AND id = 'asks'`, [org]);
    await ownerClient.query(
      `INSERT INTO role_grant (org_id, id, account, role, unit, from_at, made_at) VALUES ($1, 'lead', 'leads', 'unit-lead', 'guard', '2026-01-01', '2026-01-01')`,
      [org],
    );
    const act = await ask('lined', asks);
    expect(await refusedTo(leader, act)).toEqual(['identity.second-person']);
    await rooms.one('identity.withdraw-act', { act }, asks);
    const from = await ask('lined', leader);
    expect(await refusedTo(asks, from)).toEqual(['identity.second-person']);
    expect(await refusedTo(officer, from)).toEqual([]);
    await ownerClient.query(
      `UPDATE role_grant SET ended_at = '2026-11-23' WHERE org_id = $1 AND id IN ('lead', 'asks', 'leads')`,
      [org],
    );
  });

  test('whoever is erased signs in no more, by no session, token or link, and holds no role', async () => {
    await rooms.run('register.record', [person('leaver', '林某', null), person('deputy', '戴某', null)], officer);
    await ownerClient.query(
      `INSERT INTO account (org_id, id, login, name, person, status, made_at)
       SELECT $1, 'account-' || who, who, who, who, 'active', '2026-01-01' FROM unnest(ARRAY['leaver', 'deputy']) AS who`,
      [org],
    );
    const later = '2027-01-01';
    await ownerClient.query(
      `INSERT INTO account_session (org_id, id, hash, account, factors, started_at, used_at, idle_until, ends_at, proved_at)
       VALUES ($1, 'running', '\\x01', 'account-leaver', '{password}', '2026-11-23', '2026-11-23', $2, $2, '2026-11-23')`,
      [org, later],
    );
    await ownerClient.query(
      `INSERT INTO api_token (org_id, id, hash, account, label, scopes, second_factor, made_at, ends_at)
       VALUES ($1, 'token', '\\x01', 'account-leaver', 'x', '{identity.me}', true, '2026-11-23', $2)`,
      [org, later],
    );
    await ownerClient.query(
      `INSERT INTO account_link (org_id, id, hash, account, kind, made_at, ends_at)
       VALUES ($1, 'link', '\\x01', 'account-leaver', 'invitation', '2026-11-23', $2)`,
      [org, later],
    );
    await ownerClient.query(
      `INSERT INTO role_grant (org_id, id, account, role, from_at, made_at, stands_in_for)
       VALUES ($1, 'own', 'account-leaver', 'security-officer', '2026-01-01', '2026-01-01', NULL),
         ($1, 'stands-in', 'account-deputy', 'security-officer', '2026-01-01', '2026-01-01', 'account-leaver'),
         ($1, 'deputy-own', 'account-deputy', 'auditor', '2026-01-01', '2026-01-01', NULL)`,
      [org],
    );
    await eraseByTwo(rooms, { person: 'leaver', reason: '本人请求' }, [officer, counsel]);
    const left = async (sql: string): Promise<unknown[]> => (await ownerClient.query(sql, [org])).rows;
    expect(
      await left(`SELECT id, name, person, status FROM account WHERE org_id = $1 AND id LIKE 'account-%' ORDER BY id`),
    ).toEqual([
      { id: 'account-deputy', name: 'deputy', person: 'deputy', status: 'active' },
      { id: 'account-leaver', name: '—', person: null, status: 'disabled' },
    ]);
    for (const table of ['account_session', 'api_token', 'account_link'])
      expect([table, await left(`SELECT id FROM ${table} WHERE org_id = $1 AND account = 'account-leaver'`)]).toEqual([
        table,
        [],
      ]);
    expect(await left(`SELECT id FROM role_grant WHERE org_id = $1 AND ended_at IS NULL ORDER BY id`)).toEqual([
      { id: 'auditor' },
      { id: 'counsel' },
      { id: 'deputy-own' },
      { id: 'officer' },
    ]);
  });

  test('what was erased stands in the log outside the backup by id alone, and is erased again after a restore', async () => {
    const log = createErasureLog(join(folder, 'erasures.log'));
    const run = (action: string, inputs: readonly unknown[], actor: Actor) => rooms.run(action, inputs, actor);
    for (const { name, run: work } of privacyJobs({ database, log, run }))
      if (name === 'privacy.log-erasures') await work(org, {});
    const text = await readFile(join(folder, 'erasures.log'), 'utf8');
    expect(
      text
        .split('\n')
        .map((line) => (JSON.parse(line) as { target: string }).target)
        .toSorted(),
    ).toEqual(['gone', 'here', 'leaver', 'lined', 'of-gone', 'of-here-ended', 'of-here-open', 'stays']);
    // As a backup of the day before would bring it back.
    await ownerClient.query(`DELETE FROM fact_version WHERE org_id = $1 AND id = 'here'`, [org]);
    await rooms.run(
      'register.record',
      [person('here', '何在岗', null), completion('new-of-here', 'here', null)],
      officer,
    );
    expect(await replayErasureLog({ log, run })).toBe(2);
    expect(await ids('fact_person')).toEqual(['asker', 'deputy', 'held']);
    expect(await ids('fact_completion')).toEqual(['of-held']);
  });

  test('sessions, requests and addresses go three months and one month after', async () => {
    await ownerClient.query(
      `INSERT INTO account (org_id, id, login, name, status, made_at) VALUES ($1, 'a1', 'a1', '甲', 'active', '2020-01-01')`,
      [org],
    );
    const session = `INSERT INTO account_session (org_id, id, hash, account, factors, started_at, used_at, idle_until, ends_at, proved_at, address)
      VALUES ($1, $2, $3, 'a1', '{}', $4::timestamptz, $4, $4, $5::timestamptz, $4, '203.0.113.7')`;
    await ownerClient.query(session, [org, 'old', Buffer.from('1'), '2026-07-01', '2026-07-02']);
    await ownerClient.query(session, [org, 'long', Buffer.from('2'), '2026-07-01', '2026-11-20']);
    await ownerClient.query(session, [org, 'new', Buffer.from('3'), '2026-11-20', '2026-11-21']);
    await ownerClient.query(
      `INSERT INTO idempotency (org_id, account, key, position, action, input_hash, made_at) VALUES ($1, 'a1', 'k', 0, 'x.y', '', '2026-09-01')`,
      [org],
    );
    expect(await rooms.one('privacy.eraseDue', {}, machine)).toMatchObject({ erased: 3, missed: 0 });
    const { rows } = await ownerClient.query('SELECT id, address FROM account_session WHERE org_id = $1 ORDER BY id', [
      org,
    ]);
    expect(rows).toEqual([
      { id: 'long', address: null },
      { id: 'new', address: '203.0.113.7' },
    ]);
  });
});
