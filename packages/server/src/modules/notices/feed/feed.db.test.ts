import { createSecretKey, randomBytes } from 'node:crypto';
import { statusCodes } from '@sallyport/core/duties';
import { Hono } from 'hono';
import ICAL from 'ical.js';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { eachInstallation } from '../../../../../../tests/support/installations.ts';
import { actorOf, type TestRooms, testRooms } from '../../../../../../tests/support/rooms.ts';
import { calendarFeeds } from '../../../pages/calendar/routes.ts';
import type { Actor } from '../../../platform/actions/actor.ts';
import { createTestClock } from '../../../platform/clock/test-clock.ts';
import { createIds } from '../../../platform/ids/ids.ts';
import { createNotices } from '../index.ts';

const org = 'org-feeds';
const routing = 'feedsaaa';
const origin = 'https://sallyport.example.org';
const codes: readonly string[] = statusCodes;

type Opened = { readonly feed: string; readonly address: string };
type Feeds = { readonly allowed: boolean; readonly items: readonly Record<string, unknown>[] };

eachInstallation(({ database, ownerClient }) => {
  const clock = createTestClock('2026-11-23T12:00:00+08:00');
  const dayOf = () => clock.today(480);
  const ids = createIds({ now: () => clock.now() / 1000 });
  const notices = createNotices({
    ids,
    sealingKey: createSecretKey(randomBytes(32)),
    origin: () => origin,
    mailServer: false,
  });
  const rooms: TestRooms = testRooms(database, [notices.room], { clock, dayOf });
  const li: Actor = { ...actorOf(org, 'member', { person: 'li' }), account: 'account-li', fresh: true };
  const wang: Actor = { ...li, account: 'account-wang', person: 'wang' };
  const read = notices.readFeed({ database, clock, dayOf });
  const app = new Hono().route('/calendar', calendarFeeds({ read, addressOf: () => '192.0.2.1' }));
  const get = (address: string, method = 'GET') => app.request(address.replace(origin, ''), { method });
  const feedsOf = async (actor: Actor): Promise<Feeds> => (await rooms.ask('notices.feeds', {}, actor)) as Feeds;
  const open = async (actor: Actor, label = '手机', language = 'zh'): Promise<Opened> =>
    (await rooms.one('notices.open-feed', { label, language }, actor)) as Opened;

  const handover = async (id: string, way: string, until: string, personal = true): Promise<void> => {
    await ownerClient.query('SET session_replication_role = replica');
    await ownerClient.query(
      `INSERT INTO fact_handover (org_id, id, organisation, receiver, personal_data, planned_on, happened_on)
       VALUES ($1, $2, 'o', 'processor', $3, '2026-11-01', '2026-11-01')`,
      [org, id, personal],
    );
    await ownerClient.query(
      `INSERT INTO handover_route (org_id, handover, way, receiver_name, country, clause, route, from_day, until_day)
       VALUES ($1, $2, $3, '日历服务', 'CN', 'c', 'domestic', '2026-11-01', $4)`,
      [org, id, way, until],
    );
    await ownerClient.query('SET session_replication_role = DEFAULT');
  };
  const duty = (subject: string, assignee: string, status: string, due: string) =>
    ownerClient.query(
      `INSERT INTO duty (org_id, rule, subject, period, status, evidence, due_on, assignee, version)
       VALUES ($1, 'cn-cq-2023/secret-trip-to-oslo', $2, '-infinity', $3, '{}', $4, $5, 1)`,
      [org, subject, codes.indexOf(status), due, assignee],
    );

  beforeAll(async () => {
    await ownerClient.query(`INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, $2, now())`, [org, routing]);
    for (const person of ['li', 'wang'])
      await ownerClient.query(
        `INSERT INTO account (org_id, id, login, name, person, status, made_at)
         VALUES ($1, 'account-' || $2::text, $2, '李一', $2, 'active', now())`,
        [org, person],
      );
    await duty('a', 'li', 'pending', '2026-11-28');
    await duty('b', 'li', 'pending', '2026-11-28');
    await duty('c', 'li', 'overdue', '2026-11-20');
    await duty('d', 'li', 'met', '2026-12-01');
    await duty('e', 'wang', 'pending', '2026-12-02');
    await duty('f', 'li', 'pending', '2028-01-01');
  });
  beforeEach(async () => {
    clock.set('2026-11-23T12:00:00+08:00');
    for (const table of ['calendar_feed', 'handover_route', 'fact_handover'])
      await ownerClient.query(`DELETE FROM ${table} WHERE org_id = $1`, [org]);
  });

  test('off until the organisation lets calendars leave, with people’s data, and a proof of who opens it', async () => {
    const refused = (actor: Actor) => rooms.refused('run', 'notices.open-feed', { label: 'x', language: 'en' }, actor);
    expect(await feedsOf(li)).toEqual({ allowed: false, items: [] });
    expect(await refused(li)).toEqual(['privacy.handover-first']);
    await handover('other-way', 'mail', '2027-06-01');
    await handover('no-people', 'calendar', '2027-06-01', false);
    expect(await refused(li)).toEqual(['privacy.handover-first']);
    await handover('calendars', 'calendar', '2027-06-01');
    expect(await feedsOf(li)).toEqual({ allowed: true, items: [] });
    expect(await refused({ ...li, fresh: false })).toEqual(['request.step-up-first']);
    expect(await refused({ ...li, person: null })).toEqual(['notices.no-person']);
    expect(await refused(li)).toEqual([]);
    const { rows } = await ownerClient.query(`SELECT given_on FROM fact_handover WHERE id = 'calendars'`);
    expect(rows).toEqual([{ given_on: '2026-11-23' }]);
  });

  test('a foreign parser finds one neutral entry for each day on which something is due for whoever opened it', async () => {
    await handover('calendars', 'calendar', '2027-06-01');
    const { address } = await open(li);
    expect(address).toMatch(/^https:\/\/sallyport\.example\.org\/calendar\/feedsaaa\.[A-Za-z0-9_-]{22}\.ics$/);
    const answer = await get(address);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = await answer.text();
    const events = new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
    expect(events.map((event) => [event.startDate.toString(), event.summary])).toEqual([
      ['2026-11-20', '平安门：有一项待办到期'],
      ['2026-11-28', '平安门：有一项待办到期'],
    ]);
    // PEOPLE.md, row 22: nothing of what, whom or where, and not how much of it.
    expect(text).not.toMatch(/oslo|cn-cq|李|li\b|LOCATION|DESCRIPTION|ORGANIZER|ATTENDEE|URL|sallyport\.example/i);
    // The same bytes whenever it is asked for, so that no program takes a day for a new one.
    clock.set('2026-11-24T09:41:00+08:00');
    expect(await (await get(address)).text()).toBe(text);
    const english = await (await get((await open(li, 'desk', 'en')).address)).text();
    expect(english).toContain('SUMMARY:Sallyport: a task is due\r\n');
    const uids = (from: string) => [...from.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid);
    expect(uids(english).filter((uid) => uids(text).includes(uid))).toEqual([]);
  });

  test('what never was, was ended, ended with its handover or with the account is one answer', async () => {
    await handover('calendars', 'calendar', '2026-12-01');
    const [ended, other, third] = [await open(li, 'a'), await open(li, 'b'), await open(wang, 'c')];
    const told = async (address: string) => {
      const answer = await get(address);
      return [answer.status, await answer.text(), Object.fromEntries(answer.headers)];
    };
    const nothing = await told(`${origin}/calendar/${routing}.${'A'.repeat(22)}.ics`);
    expect(nothing[0]).toBe(404);
    expect(await rooms.refused('run', 'notices.close-feed', { feed: ended.feed }, wang)).toEqual(['request.not-found']);
    await rooms.one('notices.close-feed', { feed: ended.feed }, li);
    expect(await rooms.refused('run', 'notices.close-feed', { feed: ended.feed }, li)).toEqual(['request.not-found']);
    await ownerClient.query(`UPDATE account SET status = 'disabled' WHERE id = 'account-wang'`);
    const secret = other.address.slice(-26);
    for (const address of [
      ended.address,
      third.address,
      `${origin}/calendar/otheraaa.${secret}`,
      `${origin}/calendar/${secret}`,
      `${origin}/calendar/%00`,
      `${origin}/calendar/`,
    ])
      expect([address, await told(address)]).toEqual([address, nothing]);
    await ownerClient.query(`UPDATE account SET status = 'active' WHERE id = 'account-wang'`);
    expect((await get(other.address)).status).toBe(200);
    expect((await get(other.address, 'POST')).status).toBe(404);
    clock.set('2026-11-30T16:00:00Z');
    expect(await told(other.address)).toEqual(nothing);
    expect((await feedsOf(li)).items).toEqual([]);
  });

  test('the address stands nowhere, the day it was last read is shown to its holder, and there are five at most', async () => {
    await handover('calendars', 'calendar', '2027-06-01');
    const { feed, address } = await open(li);
    const secret = address.slice(-26, -4);
    const { rows } = await ownerClient.query<{ line: string }>('SELECT calendar_feed::text AS line FROM calendar_feed');
    expect(rows.some(({ line }) => line.includes(secret))).toBe(false);
    expect(JSON.stringify(rooms.entries)).not.toContain(secret);
    const shown = { feed, label: '手机', language: 'zh', madeOn: '2026-11-23', endsOn: '2027-06-01' };
    expect((await feedsOf(li)).items).toEqual([{ ...shown, usedOn: null }]);
    clock.set('2026-11-25T23:30:00+08:00');
    await get(address);
    expect((await feedsOf(li)).items).toEqual([{ ...shown, usedOn: '2026-11-25' }]);
    expect((await feedsOf(wang)).items).toEqual([]);
    for (const label of ['2', '3', '4', '5']) await open(li, label);
    expect(await rooms.refused('run', 'notices.open-feed', { label: '6', language: 'zh' }, li)).toEqual([
      'notices.too-many-feeds',
    ]);
  });

  test('whoever asks too often is told what a stranger is told', async () => {
    await handover('calendars', 'calendar', '2027-06-01');
    const { address } = await open(li);
    const busy = new Hono().route('/calendar', calendarFeeds({ read, addressOf: () => '192.0.2.2' }));
    const path = address.replace(origin, '');
    const answers = await Promise.all(Array.from({ length: 40 }, async () => (await busy.request(path)).status));
    expect(answers.slice(0, 30)).toEqual(Array(30).fill(200));
    expect(answers.slice(-5)).toEqual(Array(5).fill(404));
  });
});
