import { beforeAll, expect, test } from 'vitest';
import { ways } from '../../packages/server/src/modules/privacy/contract.ts';
import { type Exit, exits } from '../../packages/server/src/modules/privacy/exits.ts';
import type { Actor } from '../../packages/server/src/platform/actions/actor.ts';
import { machine } from '../../packages/server/src/platform/actions/machine.ts';
import { catalogueOf } from '../../packages/server/src/platform/http/catalogue.ts';
import { wholeProgram } from '../permissions/program.ts';
import { eachInstallation } from '../support/installations.ts';
import { organisationFlags } from '../support/organisation.ts';
import { actorOf } from '../support/rooms.ts';
import { checkedClause, type PrivacyRooms, privacyRooms, staffMember } from './privacy-rooms.ts';

const org = 'org-a';
const officer = { ...actorOf(org, 'security-officer'), fresh: true };
const member = actorOf(org, 'member', { person: 'li' });

const asked = {
  way: 'export',
  receiver: 'domesticAuthority',
  receiverName: '市国家安全局',
  country: 'CN',
  clause: checkedClause,
  route: 'domestic',
  personalData: true,
  until: '2027-01-01',
};

/** How each exit is used, with the handover it is asked to go out by. One that is not here is one that nobody tried: the types refuse it. */
const tried: Readonly<Record<Exit, (handover: string) => readonly [input: object, as: 'officer' | 'machine']>> = {
  'identity.make-token': (handover) => [
    { label: '接口', scopes: ['identity.me'], until: '2026-12-20T00:00:00Z', handover },
    'officer',
  ],
  'journal.export': (handover) => [{ handover }, 'machine'],
  'ledgers.make': (handover) => [
    { list: 'clauses', filter: { edition: 'cn-cel-2023' }, format: 'csv', language: 'zh', handover },
    'officer',
  ],
  'notices.mail-leaves': (handover) => [{ handover }, 'machine'],
  // Goes out by the one that stands for it; nobody names one.
  'notices.open-feed': () => [{ label: '手机', language: 'zh' }, 'officer'],
  'privacy.backUpToLeave': (handover) => [{ handovers: [handover] }, 'machine'],
  'privacy.moveToLeave': (handover) => [{ handovers: [handover] }, 'machine'],
};
const everyExit = Object.keys(exits) as Exit[];

eachInstallation(({ database, ownerClient }) => {
  let rooms: PrivacyRooms;
  let person: Actor;
  const program = wholeProgram(database);
  const leave = (exit: Exit, handover: string): Promise<string[]> => {
    const [input, as] = tried[exit](handover);
    return program.refused('run', exit, input, as === 'machine' ? machine(org) : person);
  };
  beforeAll(async () => {
    rooms = privacyRooms(database);
    person = { ...(await staffMember(ownerClient, org, 'security-officer')), person: 'li' };
    await ownerClient.query(`INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, 'handover', now())`, [org]);
    const house = { name: '示例单位', seat: 'cn', region: 'cq', establishedOn: '2001-05-01', ...organisationFlags };
    await rooms.run('register.record', [{ kind: 'organisation', id: org, fields: house }], officer);
  });
  const refused = (input: object) => rooms.refused('run', 'privacy.handOver', { ...asked, ...input }, officer);

  test.each([
    [
      'a foreign court, whatever it asks for',
      { receiver: 'foreignAuthority', country: 'US', personalData: false },
      'privacy.authority-approval-first',
    ],
    [
      'a foreign court, with an approval still to come',
      {
        receiver: 'foreignAuthority',
        country: 'US',
        route: 'treaty',
        authorityApprovedOn: '2026-12-01',
        consentRecordedOn: '2026-11-01',
      },
      'privacy.authority-approval-first',
    ],
    [
      'personal data abroad without a route',
      { receiver: 'foreignBody', country: 'US', consentRecordedOn: '2026-11-01' },
      'privacy.route-first',
    ],
    [
      'personal data to Hong Kong without a route',
      { receiver: 'processor', country: 'HK', consentRecordedOn: '2026-11-01' },
      'privacy.route-first',
    ],
    [
      'personal data abroad without consent',
      { receiver: 'foreignBody', country: 'US', route: 'standard-contract' },
      'privacy.consent-first',
    ],
    ['a clause that does not exist', { clause: 'made-up/art-1' }, 'privacy.clause-unknown'],
    ['for ever', { until: '2036-01-01' }, 'privacy.end-out-of-bounds'],
  ])('%s is refused', async (_what, input, code) => {
    expect(await refused(input)).toEqual([code]);
  });

  test('with approval, route and consent it is recorded as a fact, with step-up, by the officer of the whole', async () => {
    const abroad = {
      receiver: 'foreignAuthority',
      country: 'US',
      route: 'treaty',
      authorityApprovedOn: '2026-11-20',
      consentRecordedOn: '2026-11-21',
    };
    const { handover } = (await rooms.one('privacy.handOver', { ...asked, ...abroad }, officer)) as {
      handover: string;
    };
    const { rows } = await ownerClient.query(
      'SELECT receiver, authority_approved_on, given_on FROM fact_handover WHERE id = $1',
      [handover],
    );
    expect(rows).toEqual([{ receiver: 'foreignAuthority', authority_approved_on: '2026-11-20', given_on: null }]);
    expect(rooms.touched).toContain(`handover/${handover}`);
    expect(await rooms.refused('run', 'privacy.handOver', asked, { ...officer, fresh: false })).toEqual([
      'request.step-up-first',
    ]);
    expect(await rooms.refused('run', 'privacy.handOver', asked, member)).toEqual(['request.not-allowed']);
    expect(await rooms.refused('run', 'privacy.handOver', asked, actorOf(org, 'administrator'))).toEqual([
      'request.not-allowed',
    ]);
  });

  test.each(everyExit)('nothing leaves by %s without its handover, and then it is marked as given', async (exit) => {
    const way = exits[exit];
    expect(await leave(exit, 'made-up')).toEqual(['privacy.handover-first']);
    const hand = async (by: string): Promise<string> =>
      ((await rooms.one('privacy.handOver', { ...asked, way: by }, officer)) as { handover: string }).handover;
    for (const other of ways.filter((each) => each !== way))
      expect([other, await leave(exit, await hand(other))]).toEqual([other, ['privacy.handover-first']]);
    const handover = await hand(way);
    expect(await leave(exit, handover)).toEqual([]);
    expect(await leave(exit, handover)).toEqual([]);
    const { rows } = await ownerClient.query(
      `SELECT version, change, fields ->> 'givenOn' AS given FROM fact_version WHERE kind = 'handover' AND id = $1 ORDER BY version`,
      [handover],
    );
    expect(rows).toEqual([
      { version: 1, change: 'record', given: null },
      { version: 2, change: 'correct', given: '2026-11-23' },
    ]);
    await rooms.one('privacy.cancelHandover', { handover, reason: '不再需要' }, officer);
    expect(await leave(exit, handover)).toEqual(['privacy.handover-first']);
    await ownerClient.query('UPDATE fact_handover SET cancelled_on = $1 WHERE cancelled_on IS NULL', ['2026-11-23']);
  });

  test('every act that asks for a handover is an exit of the list, and every exit of the list is an act that asks', () => {
    const { actions, queries } = catalogueOf(program.rooms);
    const asking = [...actions.values(), ...queries.values()].flatMap(({ contract: { name, errors } }) =>
      'privacy.handover-first' in errors ? [name] : [],
    );
    expect(asking.toSorted()).toEqual(everyExit.toSorted());
    expect(Object.keys(tried).toSorted()).toEqual(everyExit.toSorted());
    // Ways of PEOPLE.md that nothing leaves by yet: what comes to use one takes it out of here.
    const used = new Set<string>(Object.values(exits));
    expect(ways.filter((way) => !used.has(way))).toEqual(['dossier', 'webhook', 'return']);
  });

  test('one that is cancelled lets nothing more out, and ends the tokens made under it', async () => {
    const { handover } = (await rooms.one('privacy.handOver', { ...asked, way: 'token' }, officer)) as {
      handover: string;
    };
    await ownerClient.query(
      `INSERT INTO account (org_id, id, login, name, status, made_at) VALUES ($1, 'maker', 'maker', '令牌', 'active', now()) ON CONFLICT DO NOTHING`,
      [org],
    );
    await ownerClient.query(
      `INSERT INTO api_token (org_id, id, hash, account, label, scopes, second_factor, made_at, ends_at, handover)
       SELECT $1, 'token-' || n, sha256(n::text::bytea), 'maker', 'x', '{}', false, now(), '2027-01-01', CASE n WHEN 1 THEN $2 ELSE 'another' END
       FROM generate_series(1, 2) AS n`,
      [org, handover],
    );
    const cancel = { handover, reason: '接收方不再需要' };
    expect(await rooms.refused('run', 'privacy.cancelHandover', cancel, member)).toEqual(['request.not-allowed']);
    expect(await rooms.refused('run', 'privacy.cancelHandover', cancel, { ...officer, fresh: false })).toEqual([
      'request.step-up-first',
    ]);
    const foreign = { ...actorOf('org-b', 'security-officer'), fresh: true };
    expect(await rooms.refused('run', 'privacy.cancelHandover', cancel, foreign)).toEqual(['request.not-found']);
    expect(await rooms.one('privacy.cancelHandover', cancel, officer)).toEqual({ handover, tokensEnded: 1 });
    const left = await ownerClient.query(`SELECT id FROM api_token WHERE org_id = $1 AND ended_at IS NULL`, [org]);
    expect(left.rows).toEqual([{ id: 'token-2' }]);
    expect(await leave('identity.make-token', handover)).toEqual(['privacy.handover-first']);
    expect(await rooms.refused('run', 'privacy.cancelHandover', cancel, officer)).toEqual(['privacy.already-ended']);
    const { items } = (await rooms.ask('privacy.handovers', { limit: 200 }, officer)) as { items: object[] };
    expect(items).toContainEqual(expect.objectContaining({ handover, ended: true, cancelledOn: '2026-11-23' }));
  });

  test('a handover ends on its day', async () => {
    const { handover } = (await rooms.one('privacy.handOver', asked, officer)) as { handover: string };
    program.clock.set('2026-12-31T16:00:00Z');
    expect(await leave('journal.export', handover)).toEqual(['privacy.handover-first']);
    program.clock.set('2026-12-31T15:59:59Z');
    expect(await leave('journal.export', handover)).toEqual([]);
  });

  const rule = (fields: object) => ({
    kind: 'internalRule',
    fields: {
      organisation: org,
      topic: 'travel',
      touchesStaff: true,
      adoptedOn: '2026-03-01',
      title: '办法',
      ...fields,
    },
  });

  test('a rule that touches staff is not in force before its consultation, recorded or corrected', async () => {
    const record = (fields: object) => rooms.refused('run', 'register.record', rule(fields), officer);
    expect(await record({ publishedOn: '2026-03-10' })).toEqual(['register.consultation-first']);
    expect(await record({ publishedOn: '2026-03-10', consultedOn: '2026-03-11' })).toEqual([
      'register.consultation-first',
    ]);
    expect(await record({ publishedOn: '2026-03-10', consultedOn: '2026-02-20' })).toEqual([]);
    expect(await record({ publishedOn: '2026-03-10', touchesStaff: false })).toEqual([]);
    const { id } = (await rooms.one('register.record', rule({}), officer)) as { id: string };
    const correct = (version: number, fields: object) =>
      rooms.refused('run', 'register.correct', { kind: 'internalRule', id, version, fields, reason: '公示' }, officer);
    expect(await correct(1, { publishedOn: '2026-03-10' })).toEqual(['register.consultation-first']);
    expect(await correct(1, { publishedOn: '2026-03-10', consultedOn: '2026-02-20' })).toEqual([]);
  });

  test('a rule on personal data waits for the impact assessment of what touches sensitive data', async () => {
    const flags = {
      sensitive: true,
      crossBorder: false,
      entrusted: false,
      automated: false,
      secrecyRequired: false,
      urgent: false,
    };
    const { id: activity } = (await rooms.one(
      'register.record',
      { kind: 'processingActivity', fields: { organisation: org, ...flags, plannedOn: '2026-01-05' } },
      officer,
    )) as { id: string };
    const inForce = rule({ topic: 'personalData', consultedOn: '2026-02-20', publishedOn: '2026-03-10' });
    expect(await rooms.refused('run', 'register.record', inForce, officer)).toEqual([
      'register.impact-assessment-first',
    ]);
    await rooms.one(
      'register.record',
      { kind: 'impactAssessment', fields: { activity, organisation: org, completedOn: '2026-03-01' } },
      officer,
    );
    expect(await rooms.refused('run', 'register.record', inForce, officer)).toEqual([]);
  });

  test('who saw somebody is told to them by the day, once a day, and not what they saw themselves', async () => {
    const fields = { organisation: org, name: '李一', standing: 'employee', joinedOn: '2020-01-01' };
    await rooms.one('register.record', { kind: 'person', id: 'li', fields }, officer);
    for (const actor of [officer, officer, member])
      await rooms.ask('register.one', { kind: 'person', id: 'li' }, actor);
    await rooms.ask('register.list', { kind: 'person' }, officer);
    const seen = (await rooms.ask('privacy.seen', {}, member)) as { items: unknown[] };
    expect(seen.items).toEqual([
      { day: '2026-11-23', query: 'register.one', viewer: officer.account, name: null },
      { day: '2026-11-23', query: 'register.list', viewer: officer.account, name: null },
    ]);
    const first = (await rooms.ask('privacy.seen', { limit: 1 }, member)) as { next: string };
    expect(await rooms.ask('privacy.seen', { limit: 1, cursor: first.next }, member)).toMatchObject({
      items: [{ query: 'register.list' }],
      next: null,
    });
    expect(await rooms.refused('ask', 'privacy.seen', { cursor: 'x' }, member)).toEqual(['privacy.bad-cursor']);
    expect(await rooms.refused('ask', 'privacy.seen', {}, officer)).toEqual(['privacy.no-person']);
  });

  test('what is held on somebody is told to them, with why, under which clause and until when', async () => {
    await rooms.one(
      'register.record',
      {
        kind: 'completion',
        fields: { person: 'li', topic: 'counter-espionage', completedOn: '2026-03-02', validUntil: '2027-03-02' },
      },
      officer,
    );
    expect(await rooms.ask('privacy.held', {}, member)).toMatchObject({
      kinds: expect.arrayContaining([
        expect.objectContaining({
          kind: 'person',
          records: 1,
          until: null,
          clause: 'cn-pipl-2021/art-13',
          clauseName: { zh: '个人信息保护法第13条', en: expect.stringContaining('Article 13') },
          months: 120,
        }),
        expect.objectContaining({ kind: 'completion', records: 1, until: '2037-03-02', purpose: 'education' }),
      ]),
      holds: [],
    });
  });
});
