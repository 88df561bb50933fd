import { beforeAll, expect, test } from 'vitest';
import { wholeProgram } from '../../../../../tests/permissions/program.ts';
import { eachInstallation } from '../../../../../tests/support/installations.ts';
import { organisationFlags } from '../../../../../tests/support/organisation.ts';
import { actorOf } from '../../../../../tests/support/rooms.ts';
import { freshActor, openOrganisationOf, refusalOf } from '../../../../../tests/support/two-persons.ts';
import type { Actor } from '../../platform/actions/actor.ts';
import { machine } from '../../platform/actions/machine.ts';
import { changeOf } from './acts.ts';

const org = 'org-a';
const officer = freshActor(org, 'officer', 'security-officer');
const counsel = freshActor(org, 'counsel', 'counsel');
const ada: Actor = { ...actorOf(org, 'member', { person: 'ada' }), account: 'ada', fresh: true };
const ben: Actor = { ...actorOf(org, 'member', { person: 'ben' }), account: 'ben', fresh: true };

const reason = '根据领事提醒更新';
const proposal = (more: object = {}) => ({
  follows: null,
  places: ['奥斯陆'],
  levels: { devices: 'raised' },
  said: '机场和酒店的无线网有人设置同名热点。用移动网络和单位的加密连接。',
  source: '领事服务网站提醒，2026-11-20',
  reason,
  lastDay: '2026-12-31',
  ...more,
});
const leg = (place: string) => ({
  place,
  host: null,
  arrivesOn: null,
  leavesOn: null,
  zone: null,
  hostKind: null,
  meetings: null,
});
const plan = (places: readonly string[]) => ({
  purpose: '参加学术会议',
  departsOn: '2026-12-20',
  returnsOn: '2026-12-28',
  legs: places.map(leg),
  items: [],
  communications: null,
});

type OfTrip = {
  readonly items: readonly { advisory: string; here: string[]; levels: object; state: string; change: string | null }[];
  readonly travellers: readonly { opened: boolean; acknowledged: boolean }[];
  readonly mine: string | null;
};

eachInstallation(({ database, ownerClient }) => {
  const program = wholeProgram(database);

  beforeAll(async () => {
    const house = { ...organisationFlags, seat: 'cn', region: 'cq', establishedOn: '2020-01-01' };
    await openOrganisationOf(ownerClient, org, 'organisation', { organisation: house }, [
      ['officer', 'security-officer'],
      ['counsel', 'counsel'],
    ]);
    for (const id of ['ada', 'ben']) {
      const fields = { organisation: 'organisation-1', name: id, standing: 'employee', joinedOn: '2021-03-01' };
      await program.one('register.record', { kind: 'person', id, fields }, machine(org));
      await ownerClient.query(
        `INSERT INTO account (org_id, id, login, name, person, status, made_at) VALUES ($1, $2, $2, $2, $2, 'active', now())`,
        [org, id],
      );
    }
    await ownerClient.query(
      `INSERT INTO mail_address (org_id, account, address, language, set_at)
       SELECT org_id, id, 'x@example.org', 'zh', now() FROM account WHERE org_id = $1`,
      [org],
    );
  }, 180_000);

  const propose = async (more: object = {}) =>
    ((await program.one('advisories.propose', proposal(more), officer)) as { act: string }).act;
  const publish = async (more: object = {}) => {
    await program.one('identity.confirm-act', { act: await propose(more) }, counsel);
    const { rows } = await ownerClient.query<{ id: string }>(
      'SELECT id FROM advisory WHERE org_id = $1 AND places = $2 ORDER BY number DESC LIMIT 1',
      [org, proposal(more).places],
    );
    return rows[0]?.id ?? '';
  };
  const refused = async (name: string, input: object, by: Actor = officer) =>
    (await refusalOf(program.one(`advisories.${name}`, input, by)))?.code ?? null;
  const drafted = async (places: readonly string[]) => {
    const travellers = [{ person: 'ada', leader: false }];
    const given = { kind: 'official', emergency: false, unit: null, plan: plan(places), travellers };
    return ((await program.one('trips.draft', given, ada)) as { trip: string }).trip;
  };
  const submitted = async (places: readonly string[]) => {
    const trip = await drafted(places);
    await program.one('trips.submit', { trip, version: 2 }, ada);
    return trip;
  };
  const shown = async (trip: string, to: Actor = ada) => (await program.ask('advisories.trip', { trip }, to)) as OfTrip;
  const read = async (trip: string) => {
    const { mine: traveller, items } = await shown(trip);
    const advisories = items.filter(({ state }) => state === 'in-force').map(({ advisory }) => advisory);
    await program.one('advisories.open', { traveller }, ada);
    await program.one('advisories.acknowledge', { traveller, advisories }, ada);
  };
  const acknowledgements = async (trip: string) =>
    (
      await ownerClient.query<{ day: string }>(
        `SELECT one.acknowledged_on::text AS day FROM fact_briefing AS one
         JOIN fact_traveller AS goer ON goer.org_id = $1 AND goer.id = one.traveller
         WHERE one.org_id = $1 AND goer.trip = $2 AND one.topic = 'advisories'`,
        [org, trip],
      )
    ).rows.map(({ day }) => day);
  /** Who was written to since the last time. */
  const letters = async () => {
    const { rows } = await ownerClient.query<{ account: string; template: string }>(
      `DELETE FROM mail WHERE org_id = $1 RETURNING account, template`,
      [org],
    );
    return rows.map(({ account, template }) => `${template} ${account}`).toSorted();
  };

  test('one person puts nothing in force; the second, who read the whole of it, does', async () => {
    const act = await propose({ places: ['雷克雅未克'] });
    expect(await refusalOf(program.one('identity.confirm-act', { act }, officer))).toMatchObject({
      code: 'identity.second-person',
      details: { why: 'first' },
    });
    const list = async () =>
      (await program.ask('advisories.list', {}, officer)) as { items: object[]; waiting: object[] };
    expect(await list()).toMatchObject({
      items: [],
      waiting: [{ act, ends: false, places: ['雷克雅未克'], mine: true }],
    });
    const pending = (await program.ask('identity.pending-acts', {}, counsel)) as { items: { told: object }[] };
    expect(pending.items[0]?.told).toMatchObject({
      about: 'advisory',
      levels: { devices: 'raised' },
      lastDay: '2026-12-31',
    });
    await program.one('identity.confirm-act', { act }, counsel);
    expect(await list()).toMatchObject({
      items: [{ places: ['雷克雅未克'], state: 'in-force', reason, approvedBy: ['officer', 'counsel'] }],
      waiting: [],
    });
  });

  test('says what happens at a place and nothing of its people, ends within a year, and holds nothing classified', async () => {
    const said = '当地外国人多，要警惕身边的外国人。';
    expect(await refused('propose', proposal({ said }))).toBe('advisories.about-people');
    expect(await refused('propose', proposal({ lastDay: '2027-11-24' }))).toBe('advisories.too-long');
    expect(await refused('propose', proposal({ lastDay: '2026-11-22' }))).toBe('advisories.lapsed-already');
    expect(await refused('propose', proposal({ said: '内容见附件，机密★10年，请阅。' }))).toBe(
      'register.classified-mark',
    );
    expect(await refused('propose', proposal({ levels: {} }))).toBe('request.invalid');
    expect(await refused('propose', proposal(), ada)).toBe('request.not-allowed');
  });

  test('who travels opens and acknowledges what the list says of the places, and rules read that they did', async () => {
    await publish({ places: ['Bergen', '卑尔根'] });
    const trip = await submitted(['挪威，卑尔根', '斯塔万格']);
    const first = await shown(trip);
    expect(first.items).toMatchObject([{ here: ['挪威，卑尔根'], state: 'in-force', change: null }]);
    const traveller = first.mine;
    const advisories = first.items.map(({ advisory }) => advisory);
    expect(await refused('acknowledge', { traveller, advisories }, ada)).toBe('advisories.open-first');
    expect(await refused('acknowledge', { traveller, advisories: [] }, ada)).toBe('advisories.changed');
    expect(await refused('acknowledge', { traveller, advisories }, ben)).toBe('request.not-found');
    expect(await program.refused('ask', 'advisories.trip', { trip }, ben)).toEqual(['request.not-found']);
    await read(trip);
    expect(await shown(trip, officer)).toMatchObject({
      travellers: [{ opened: true, acknowledged: true }],
      mine: null,
    });
    expect(await acknowledgements(trip)).toEqual(['2026-11-23']);
  });

  test('where the list names no place of the journey, that it was looked at can be acknowledged all the same', async () => {
    const trip = await submitted(['特罗姆瑟']);
    expect(await shown(trip)).toMatchObject({ items: [], travellers: [{ acknowledged: false }] });
    await read(trip);
    expect(await shown(trip)).toMatchObject({ travellers: [{ acknowledged: true }], mine: null });
    expect(await acknowledgements(trip)).toHaveLength(1);
  });

  test('a change after a journey was handed in is told to who travels and to the officer, and is to be read anew', async () => {
    const trip = await submitted(['奥斯陆']);
    const elsewhere = await submitted(['马德里']);
    await read(trip);
    await letters();
    const act = await propose();
    // So far it concerns who may sign, and nobody else.
    expect(await letters()).toEqual(['to-do counsel']);
    await program.one('identity.confirm-act', { act }, counsel);
    expect(await letters()).toEqual(['to-do ada', 'to-do officer']);
    const id = (await shown(trip)).items[0]?.advisory;
    expect((await shown(trip)).items).toMatchObject([{ change: 'published', state: 'in-force' }]);
    expect((await shown(elsewhere)).items).toEqual([]);
    const noticed = () => program.ask('advisories.notices', {}, ada);
    expect(await noticed()).toEqual({ items: [{ trip, places: ['奥斯陆'], change: 'published' }] });
    expect(await program.ask('advisories.notices', {}, ben)).toEqual({ items: [] });
    const unread = async () =>
      ((await program.ask('advisories.unread', {}, officer)) as { items: { advisory: string }[] }).items.filter(
        ({ advisory }) => advisory === id,
      );
    expect(await unread()).toEqual([{ advisory: id, places: ['奥斯陆'], change: 'published' }]);
    // What they had acknowledged is no longer all there is.
    expect(await acknowledgements(trip)).toEqual([]);
    await read(trip);
    expect(await acknowledgements(trip)).toHaveLength(1);
    expect(await noticed()).toEqual({ items: [] });
    expect(await unread()).toEqual([]);
    const raised = await publish({ follows: id, levels: { devices: 'high', crime: 'raised' } });
    expect((await shown(trip)).items).toMatchObject([{ advisory: raised, change: 'raised' }]);
    expect(await acknowledgements(trip)).toEqual([]);
    expect((await program.ask('advisories.concerned', { advisory: raised }, officer)) as object).toMatchObject({
      items: [{ trip, travellers: [{ person: 'ada', acknowledged: null }] }],
    });
    expect(await refused('propose', proposal({ follows: id }))).toBe('advisories.not-in-force');
    await read(trip);
    await letters();
    const ended = (await program.one('advisories.end', { advisory: raised, reason }, officer)) as { act: string };
    expect(await refused('end', { advisory: raised, reason })).toBe('advisories.waits-already');
    await program.one('identity.confirm-act', { act: ended.act }, counsel);
    expect(await letters()).toContain('to-do ada');
    expect((await shown(trip)).items).toMatchObject([{ advisory: raised, state: 'ended', change: 'ended' }]);
    // Less to know than was acknowledged: that stays.
    expect(await acknowledgements(trip)).toHaveLength(1);
    // Another that names the place takes its place.
    const successor = await publish({ places: ['奥斯陆', 'Oslo'] });
    expect((await shown(trip)).items.map(({ advisory }) => advisory)).toEqual([successor]);
  });

  test('a plan that goes elsewhere is read about anew', async () => {
    await publish({ places: ['哥本哈根'] });
    const trip = await submitted(['赫尔辛基']);
    await read(trip);
    const { version } = (await program.ask('trips.one', { trip }, ada)) as { version: number };
    await program.one('trips.change', { trip, version, plan: plan(['哥本哈根']), said: null }, ada);
    expect(await acknowledgements(trip)).toEqual([]);
    expect(await shown(trip)).toMatchObject({ items: [{ here: ['哥本哈根'] }], travellers: [{ acknowledged: false }] });
  });

  test('what was published while a plan lay in a drawer, or was cancelled, is read before the gate opens', async () => {
    const trip = await drafted(['布拉格']);
    await read(trip);
    expect(await acknowledgements(trip)).toHaveLength(1);
    await publish({ places: ['布拉格'] });
    await program.one('trips.submit', { trip, version: 2 }, ada);
    expect(await acknowledgements(trip)).toEqual([]);
    await read(trip);
    const act = async (name: string, more: object = {}) => {
      const { version } = (await program.ask('trips.one', { trip }, ada)) as { version: number };
      await program.one(`trips.${name}`, { trip, version, ...more }, ada);
    };
    await act('cancel', { said: '会议改期' });
    await publish({ places: ['布拉格', 'Praha'] });
    await act('revive');
    expect(await acknowledgements(trip)).toEqual([]);
  });

  test('one character of another language gets nobody past the check of what is said of people', async () => {
    const said = '注意：Be wary of all foreigners.';
    expect(await refused('propose', proposal({ said }))).toBe('advisories.about-people');
  });

  test('who is abroad is told too, and what they acknowledged before they left stays on record', async () => {
    const trip = await submitted(['里斯本']);
    await read(trip);
    await ownerClient.query(`UPDATE fact_trip SET departed_on = '2026-11-22' WHERE org_id = $1 AND id = $2`, [
      org,
      trip,
    ]);
    await letters();
    await publish({ places: ['里斯本'] });
    expect(await letters()).toContain('to-do ada');
    expect(await acknowledgements(trip)).toHaveLength(1);
    await read(trip);
    expect(await shown(trip)).toMatchObject({ travellers: [{ acknowledged: true }] });
  });

  test('a last day that has passed is told once', async () => {
    const trip = await submitted(['维也纳']);
    const id = await publish({ places: ['维也纳'], lastDay: '2026-11-23' });
    await ownerClient.query(`UPDATE advisory SET last_day = '2026-11-22' WHERE org_id = $1 AND id = $2`, [org, id]);
    await letters();
    expect(await program.one('advisories.tell-lapsed', {}, machine(org))).toEqual({ lapsed: 1 });
    expect(await letters()).toContain('to-do ada');
    expect((await shown(trip)).items).toMatchObject([{ state: 'lapsed', change: 'lapsed' }]);
    expect(await program.one('advisories.tell-lapsed', {}, machine(org))).toEqual({ lapsed: 0 });
  });

  test('the blocks of a briefing follow the list', async () => {
    await publish({ places: ['雅典'], levels: { health: 'raised' } });
    const trip = await submitted(['雅典']);
    const { mine: traveller } = await shown(trip);
    const { blocks } = (await program.ask('briefing.one', { traveller }, ada)) as {
      blocks: { block: string; reasons: object[] }[];
    };
    expect(blocks.find(({ block }) => block === 'health-and-safety')?.reasons).toEqual([
      { by: 'risk', place: '雅典', risk: 'health', level: 'raised' },
    ]);
  });
});

test('what became of an advisory is told by its levels', () => {
  expect(changeOf(null, { crime: 'high' })).toBe('published');
  expect(changeOf({ crime: 'raised' }, { crime: 'high', health: 'ordinary' })).toBe('raised');
  expect(changeOf({ crime: 'high' }, { crime: 'raised' })).toBe('lowered');
  expect(changeOf({ crime: 'high', health: 'raised' }, { crime: 'high' })).toBe('lowered');
  // Lower of one and higher of another is told as higher.
  expect(changeOf({ crime: 'high', health: 'raised' }, { crime: 'raised', health: 'high' })).toBe('raised');
  expect(changeOf({ crime: 'high' }, { crime: 'high' })).toBe('changed');
});
